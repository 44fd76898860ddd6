"""Why a case closes. The list is a default (*verzonnen*), until municipalities bring their own."""

from collections.abc import Mapping
from types import MappingProxyType

CLOSING_REASONS: Mapping[str, str] = MappingProxyType(
    {
        "goals_reached": "De doelen zijn gehaald",
        "resident_goes_on_alone": "De inwoner kan verder zonder ons",
        "moved": "Verhuisd naar een andere gemeente",
        "deceased": "Overleden",
        "no_contact": "Geen contact meer mogelijk",
        "other_help": "Andere hulp neemt het helemaal over",
    }
)

AFTERCARE_WITHIN_YEARS = 5
"""How far ahead somebody may plan to look again. *Verzonnen*: it stops a mistyped year, not a plan."""
