"""The Dutch words for relatives, what they may hear and do, and for neighbours, as part of `value_terms`."""

from collections.abc import Mapping
from types import MappingProxyType

NETWORK: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Bystander.Kind": MappingProxyType({"NEIGHBOUR": "buur", "NOTIFIER": "melder"}),
        "BystanderTurn.Kind": MappingProxyType(
            {
                "NOTICED": "wat deze persoon merkt",
                "AGREED": "wat is afgesproken",
                "MAY_HEAR": "wat deze persoon mag horen",
                "OVER": "doet niet meer mee",
            }
        ),
        "Allowed": MappingProxyType(
            {
                "HOW_IT_GOES": "horen hoe het gaat",
                "WHO_HELPS": "horen wie helpt en wie leidt",
                "PLAN": "horen wat in het plan staat",
                "APPOINTMENTS": "horen wanneer er een gesprek is",
                "DECISIONS": "horen wat is besloten",
                "THINK_ALONG": "meedenken over het plan",
                "COME_ALONG": "meekomen naar een gesprek",
                "CALLED_IN_NEED": "gebeld worden als het misgaat",
            }
        ),
        "NetworkStep": MappingProxyType(
            {
                "ALLOWED": "vastgelegd wat mag",
                "INVITED": "uitgenodigd",
                "ACCEPTED": "doet mee",
                "DECLINED": "doet niet mee",
                "ENDED": "geen naaste meer",
            }
        ),
        "TellingGround": MappingProxyType(
            {
                "RESIDENT": "de inwoner vindt het goed",
                "REPRESENTATIVE": "wettelijk vertegenwoordiger",
                "NONE": "geen grond",
            }
        ),
    }
)
