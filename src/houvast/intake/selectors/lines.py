"""What the reads of intake say of a concern in the same way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from houvast.intake.models import Concern
from houvast.intake.services.steps.load_concern import answer_of, facts_of_concern
from houvast.residents.rules.naming import address

UNKNOWN = "Naam onbekend"


class CameBack(StrEnum):
    """Why a concern that was passed on is in triage again, with the Dutch words for it."""

    RETURNED = "teruggegeven"
    NOT_ANSWERED = "geen antwoord"


@dataclass(frozen=True, slots=True)
class Clock:
    """Until when triage decides, and whether that has passed."""

    until: datetime
    late: bool


def name_of(concern: Concern) -> str:
    """Give the name as a list orders it: "Vegt, Yvonne van der"; "Naam onbekend" when there is none."""
    rest = " ".join(part for part in (concern.first_names, concern.surname_prefix) if part)
    return ", ".join(part for part in (concern.surname, rest) if part) or UNKNOWN


def address_of(concern: Concern) -> str:
    """Give where it was, on one line."""
    return address(concern.street, concern.house_number, concern.postcode, concern.town)


def came_back(concern: Concern, *, now: datetime) -> CameBack | None:
    """Say why a concern, loaded with its decision and answer, is in triage again; None when it is there first."""
    if concern.state == Concern.State.PASSED_ON:
        return CameBack.NOT_ANSWERED if facts_of_concern(concern, now=now).waits else None
    answer = answer_of(concern)
    returned = concern.state == Concern.State.WAITING and answer is not None and not answer.accepted
    return CameBack.RETURNED if returned else None


def clock_of(concern: Concern, *, now: datetime) -> Clock:
    """Give the clock of a concern: of one that nobody accepted in time it is the term that passed."""
    until = concern.decide_before
    if concern.state == Concern.State.PASSED_ON and concern.decision and concern.decision.accept_before:
        until = concern.decision.accept_before
    return Clock(until, until <= now)
