"""The Dutch words for what a resident lets a relative hear and do, as part of `value_terms`."""

from collections.abc import Mapping
from types import MappingProxyType

NETWORK: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
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
