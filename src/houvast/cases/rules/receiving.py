"""Handing on: who is asked to take over, the aftercare with its signs and its day, and how it goes since."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import ASSIGNED, Direction, Holding, Responsibility
from houvast.cases.rules.closing import AFTERCARE_WITHIN_YEARS
from houvast.kernel.working_time import is_working_day

WATCHING = (Responsibility.CASE_DIRECTION, Responsibility.OPERATIONAL, Responsibility.PROCESS_DIRECTION)
"""Who is asked how it goes: the first of these that a member holds. All of them may say it."""

MOST_LINES = 3
NO_RECEIVER = "Kies wie het overneemt. Het AVE-model vraagt hier iemand met een naam."
NOT_HERE = "Kies iemand die deze fase mag leiden, of iemand van een organisatie om het huishouden."
NO_CONTACT = "Vul in wie daar het overneemt: naam, functie en nummer."
NO_AFTERCARE = "Schrijf op wat er hierna nog wordt gedaan, en door wie."
NO_SIGNS = "Schrijf op waaraan u merkt dat het weer misgaat."
NO_DAY = "Kies wanneer u vraagt hoe het gaat."
NOT_TO_COME = "Kies een dag die nog moet komen."
TOO_FAR = f"Kies een dag in de komende {AFTERCARE_WITHIN_YEARS} jaar."
NO_REASON = "Schrijf op waarom u het niet overneemt. Dan kan de vrager verder."
NO_CHANNEL = "Vul in hoe u dit antwoord kreeg, bijvoorbeeld 'telefoon' of 'mail'."
NO_ANSWER_DAY = "Vul in op welke dag dit is gezegd: vandaag of eerder."
NO_OUTCOME = "Kies hoe het gaat."
NO_LINES = "Schrijf in hoogstens drie regels op hoe het gaat."
NO_NEXT = "Kies wanneer u opnieuw vraagt hoe het gaat."


class HowItGoes(StrEnum):
    """How it goes; the values are those of `PulseCheck.Outcome`."""

    GOES_WELL = "goes_well"
    STAYS = "stays"
    SCALE_UP = "scale_up"


@dataclass(frozen=True, slots=True)
class NewReceiver:
    """Who is asked: a member; or, at an organisation outside Houvast, the `contact` there by name."""

    member_id: UUID | None = None
    organisation_id: UUID | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True)
class HandingOn:
    """Who takes over, what is still done, what makes us scale up again, and when somebody asks how it goes."""

    receiver: NewReceiver | None = None
    what: str = ""
    signs: str = ""
    check_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was filled in."""
        return self.receiver is None and not (self.what.strip() or self.signs.strip() or self.check_on)


NOTHING = HandingOn()


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """What a receiver says; `channel` and `given_on` are for what was said outside Houvast."""

    accepts: bool
    reason: str = ""
    channel: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewCheck:
    """How it goes, in three lines; `check_on` is the next day when it stays as it is."""

    outcome: HowItGoes | None
    text: str
    check_on: date | None = None


def offers_receiver(boundary: Boundary) -> bool:
    """Say whether a decision over this boundary can name a receiver: always down, and where the model asks one."""
    return boundary.receiver_required or boundary.direction is Direction.DOWN


def names_later(model: Model, phase: int) -> bool:
    """Say whether who scaled urgently to a phase still has to name a receiver: three fields had no room for it."""
    boundary = model.boundary(phase - 1, phase)
    return boundary is not None and boundary.receiver_required


def has_aftercare(boundary: Boundary) -> bool:
    """Say whether there is aftercare after this boundary: only after going down."""
    return boundary.direction is Direction.DOWN


def receiving_functions(model: Model, phase: int) -> frozenset[str]:
    """Give the functions that may lead a case or its process in a phase: who has one can receive it there."""
    rules = [model.seat(phase, responsibility) for responsibility in ASSIGNED]
    return frozenset(code for rule in rules for code, holding in rule.holders.items() if holding is Holding.YES)


def directs_processes(model: Model) -> frozenset[str]:
    """Give the functions that may have the process direction in some phase."""
    rules = [model.seat(phase.number, Responsibility.PROCESS_DIRECTION) for phase in model.phases]
    return frozenset(code for rule in rules for code, holding in rule.holders.items() if holding is Holding.YES)


def problems_at_decision(new: HandingOn, boundary: Boundary, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing from a decision over this boundary."""
    problems = {}
    if boundary.receiver_required and new.receiver is None:
        problems["receiver"] = NO_RECEIVER
    problems |= receiver_problems(new.receiver)
    if has_aftercare(boundary) and (boundary.receiver_required or not new.is_empty):
        problems |= _aftercare_problems(new, today)
    return problems


def problems_at_closing(new: HandingOn, today: date) -> dict[str, str]:
    """Give what is missing when a case closes: whoever takes over or whatever is still done has a day."""
    problems = receiver_problems(new.receiver)
    wrong = "" if new.is_empty else day_problem(new.check_on, today, missing=NO_DAY)
    return {**problems, "aftercare_on": wrong} if wrong else problems


def receiver_problems(new: NewReceiver | None) -> dict[str, str]:
    """Say that somebody outside Houvast has a name."""
    nameless = new is not None and new.member_id is None and not new.contact.strip()
    return {"receiver_contact": NO_CONTACT} if nameless else {}


def _aftercare_problems(new: HandingOn, today: date) -> dict[str, str]:
    problems = {}
    if not new.what.strip():
        problems["aftercare"] = NO_AFTERCARE
    if not new.signs.strip():
        problems["signs"] = NO_SIGNS
    wrong = day_problem(new.check_on, today, missing=NO_DAY)
    return {**problems, "check_on": wrong} if wrong else problems


def day_problem(day: date | None, today: date, *, missing: str) -> str:
    """Say what is wrong with the day on which somebody asks; "" when it can be."""
    if day is None:
        return missing
    if day <= today:
        return NOT_TO_COME
    return TOO_FAR if day.year > today.year + AFTERCARE_WITHIN_YEARS else ""


def answer_problems(new: NewAnswer, *, outside: bool, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that an answer lacks; `outside` is one that somebody records."""
    problems = {}
    if not new.accepts and not new.reason.strip():
        problems["reason"] = NO_REASON
    if outside and not new.channel.strip():
        problems["channel"] = NO_CHANNEL
    if outside and (new.given_on is None or new.given_on > today):
        problems["given_on"] = NO_ANSWER_DAY
    return problems


def check_problems(new: NewCheck, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing or wrong."""
    problems = {}
    lines = [line for line in new.text.splitlines() if line.strip()]
    if new.outcome is None:
        problems["outcome"] = NO_OUTCOME
    if not lines:
        problems["text"] = NO_LINES
    elif len(lines) > MOST_LINES:
        problems["text"] = f"Dit zijn {len(lines)} regels. Breng het terug tot drie."
    if new.outcome is HowItGoes.STAYS:
        wrong = day_problem(new.check_on, today, missing=NO_NEXT)
        return {**problems, "check_on": wrong} if wrong else problems
    return problems


def asked_from(check_on: date, working_days: int) -> date:
    """Give the day from which somebody is asked how it goes: some working days before the day itself."""
    day = check_on
    while working_days > 0:
        day -= timedelta(days=1)
        working_days -= is_working_day(day)
    return day
