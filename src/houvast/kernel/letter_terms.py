"""The Dutch words for how people are reached and for letters, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "INVITATION": "uitnodiging",
        "DECISION": "bericht over een besluit",
        "SHARING": "bericht over wat is gedeeld",
        "HAND_OVER": "bericht over wie leidt",
        "CLOSING": "bericht dat de hulp stopt",
    }
)

LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Reach": {
            "NO_POST": "niet per post naar huis",
            "PHONE_ONLY": "alleen bellen",
            "THROUGH": "via iemand anders",
        },
        "LetterKind": _KINDS,
        "Letter.Kind": _KINDS,
        "Letter.Way": {
            "POST": "per post naar huis",
            "ELSEWHERE": "naar een ander adres",
            "BY_HAND": "met de hand gegeven",
        },
    }
)
