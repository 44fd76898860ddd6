"""The Dutch words for how people are reached and for letters, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Reach": {
            "NO_POST": "niet per post naar huis",
            "PHONE_ONLY": "alleen bellen",
            "THROUGH": "via iemand anders",
        },
    }
)
