"""Ways of working that a plan can name, with which the list of a municipality begins (ADR 0012). Pure data."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

DEFAULT_WAYS: Mapping[str, str] = MappingProxyType(
    {
        "own-strength": "Eigen-kracht-conferentie",
        "together-for-recovery": "Samen voor Herstel",
        "positive-health": "Positieve Gezondheid",
        "social-resilience": "Sociale Veerkracht",
        "wellbeing-on-prescription": "Welzijn op recept",
        "breakthrough": "Doorbraakmethode",
        "reversed-test": "Omgekeerde toets",
    }
)
"""All of them are named by the inventory of Groningen (2023): the first five as what strengthens own direction, the
last two as what three municipalities work with."""

MOST_WAYS = 10
"""How many ways a plan names at the most. *Verzonnen*."""


def ways_problem(ways: Collection[str]) -> str:
    """Say what is wrong with the ways of working of a plan; "" when nothing is."""
    return f"Kies hoogstens {MOST_WAYS} werkwijzen." if len(ways) > MOST_WAYS else ""
