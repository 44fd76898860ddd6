"""The Dutch words for the steps of the *meldcode* and what was decided, as part of `value_terms.py`."""

from collections.abc import Mapping
from types import MappingProxyType

_STEPS: Mapping[str, str] = MappingProxyType(
    {
        "SIGNALS": "signalen in kaart",
        "CONSULT": "overleg",
        "TALK": "gesprek",
        "WEIGH": "wegen",
        "DECIDE": "besluit",
    }
)
_OUTCOMES: Mapping[str, str] = MappingProxyType(
    {
        "REPORTED": "gemeld bij Veilig Thuis",
        "REPORTED_AND_HELP": "gemeld bij Veilig Thuis met hulp",
        "HELP": "hulp zonder melding",
        "NEITHER": "geen melding en geen hulp",
    }
)
REPORTING_CODES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "CodeStep": _STEPS,
        "CodeOutcome": _OUTCOMES,
        "ReportingCodeStep.Step": _STEPS,
        "ReportingCodeStep.Outcome": _OUTCOMES,
    }
)
