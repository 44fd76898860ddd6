"""The terms of short lines, in days. What holds until a municipality sets its own is *verzonnen*: it has no source."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Term(StrEnum):
    """Which term."""

    CHECK_AFTER = "check_after"
    KEEP_QUESTIONS = "keep_questions"


DEFAULT_DAYS: Mapping[Term, int] = MappingProxyType({Term.CHECK_AFTER: 180, Term.KEEP_QUESTIONS: 60})
"""*Verzonnen*: half a year until somebody looks at a line again; two months until a question is destroyed."""

MOST_DAYS: Mapping[Term, int] = MappingProxyType({Term.CHECK_AFTER: 730, Term.KEEP_QUESTIONS: 365})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a municipality set; `number` counts the versions, 0 for what nobody set yet."""

    term: Term
    days: int
    number: int = 0


def setting_problems(setting: Setting) -> dict[str, str]:
    """Say what is wrong with a term."""
    most = MOST_DAYS[setting.term]
    return {} if 1 <= setting.days <= most else {"days": f"Vul een getal in van 1 tot en met {most}."}
