"""The personal codes of the practice region: everybody may know them, the page to sign in says them. *Verzonnen*."""

from collections.abc import Mapping
from types import MappingProxyType

PRACTICE_CODES: Mapping[str, str] = MappingProxyType(
    {
        "Ruben": "RUBEN2222222",
        "Janna, zus van Ruben": "JANNA3333333",
        "Lieke, moeder van Fenna": "MAMA44444444",
    }
)
"""By who it is. An installation that is no practice region knows none of these: codes there are made at random."""
