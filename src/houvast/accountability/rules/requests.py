"""What somebody asks about their own data, by when it is answered, and what may be done next. Pure.

The term: AVG art. 12(3), one month after it came in, and two more when it is complex, with the reason told within the
first month. Who asks for a child: UAVG art. 5, a parent until sixteen; from then on the child itself.
"""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LAW_MONTHS, LAW_EXTENSION = 1, 2
"""What the law allows at most (AVG art. 12(3)). A municipality may be quicker."""
OWN_AGE = 16
SOURCE = "AVG, artikel 12, derde lid"
LONGEST = 4000


class RequestKind(StrEnum):
    """What is asked."""

    INSPECTION = "inspection"
    CORRECTION = "correction"
    OBJECTION = "objection"
    ERASURE = "erasure"


class Asker(StrEnum):
    """Who asks."""

    RESIDENT = "resident"
    REPRESENTATIVE = "representative"
    PARENT = "parent"


class RequestChannel(StrEnum):
    """How it came in. A contact point of a safety house counts for all who are responsible together (BGS art. 1.1).

    Only what somebody asks on their own page themselves came in by it (`rules.asking`).
    """

    COUNTER = "counter"
    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"
    CONTACT_POINT = "contact_point"
    OWN_PAGE = "own_page"


class RequestStep(StrEnum):
    """What was done with it since it came in."""

    IDENTIFIED = "identified"
    PUT_BEFORE = "put_before"
    GATHERED = "gathered"
    HOUSE_GATHERED = "house_gathered"
    HOUSE_GAVE = "house_gave"
    EXTENDED = "extended"
    ANSWERED = "answered"


HOUSE_STEPS = (RequestStep.PUT_BEFORE, RequestStep.HOUSE_GATHERED, RequestStep.HOUSE_GAVE)
"""Steps of a house: it is asked, gathers from its own file, and gives its part."""


class IdentityWay(StrEnum):
    """How it was made sure who asks."""

    SAW_DOCUMENT = "saw_document"
    DIGITAL = "digital"
    CALLED_BACK = "called_back"
    SAW_MANDATE = "saw_mandate"
    OWN_CODES = "own_codes"


class ItemAnswer(StrEnum):
    """What happens to one item of what was gathered."""

    WHOLE = "whole"
    SHORTENED = "shortened"
    LEFT_OUT = "left_out"


class LeftOutReason(StrEnum):
    """Why something is left out (UAVG art. 41; AVG art. 15(4))."""

    THIRD_PARTY = "third_party"
    SAFETY = "safety"
    INVESTIGATION = "investigation"


class RequestOutcome(StrEnum):
    """How it was answered."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Term:
    """Within how many months it is answered, and how many may be added. `number` is 0 for the default."""

    months: int = LAW_MONTHS
    extension: int = LAW_EXTENSION
    source: str = SOURCE
    number: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a request stands: which steps were taken, and how many items wait for a choice."""

    kind: RequestKind
    steps: frozenset[RequestStep]
    waiting: int = 0

    @property
    def is_over(self) -> bool:
        """Say whether it was answered."""
        return RequestStep.ANSWERED in self.steps

    @property
    def is_identified(self) -> bool:
        """Say whether it is sure who asks."""
        return RequestStep.IDENTIFIED in self.steps

    @property
    def is_gathered(self) -> bool:
        """Say whether what is held was gathered."""
        return RequestStep.GATHERED in self.steps


def add_months(day: date, months: int) -> date:
    """Count months on: the same day, or the last of a month that is shorter (Regulation 1182/71, art. 3)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def may_parent_ask(age: int | None) -> bool:
    """Say whether a parent asks for this child. Of an unknown age somebody has to judge for themselves."""
    return age is None or age < OWN_AGE


def missing(standing: Standing, outcome: RequestOutcome) -> str:
    """Say what must be done before it can be answered so; "" when nothing. Refusing can be done at any moment."""
    if outcome is RequestOutcome.REFUSED:
        return ""
    if not standing.is_identified:
        return "Controleer eerst wie het vraagt."
    if standing.kind is not RequestKind.INSPECTION:
        return ""
    if not standing.is_gathered:
        return "Verzamel eerst wat er is."
    return "Kies eerst bij elk onderdeel wat ermee gebeurt." if standing.waiting else ""


def missing_of_house(kind: RequestKind, *, gathered: bool, waiting: int) -> str:
    """Say what a house must do before it gives its part; "" when nothing."""
    if kind is not RequestKind.INSPECTION:
        return ""
    if not gathered:
        return "Verzamel eerst wat in uw dossier staat."
    return "Kies eerst bij elk onderdeel wat ermee gebeurt." if waiting else ""


def outcome_of(answers: Collection[ItemAnswer]) -> RequestOutcome:
    """Say what an inspection with these choices is: given whole, or in part."""
    whole = all(answer is ItemAnswer.WHOLE for answer in answers)
    return RequestOutcome.GRANTED if whole else RequestOutcome.PARTLY


def term_problems(term: Term) -> dict[str, str]:
    """Say what is wrong with a term, by field: never longer than the law."""
    problems = {}
    if not 0 < term.months <= LAW_MONTHS:
        problems["months"] = f"Dit is hoogstens {LAW_MONTHS} maand ({SOURCE})."
    if not 0 <= term.extension <= LAW_EXTENSION:
        problems["extension"] = f"Dit is hoogstens {LAW_EXTENSION} maanden ({SOURCE})."
    if not term.source.strip():
        problems["source"] = "Schrijf waar dit staat."
    return problems
