"""A link by which a partner without an account answers one task: how long it works, and what an answer lacks. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from houvast.plans.rules.tasks import NextStep, Standing

DAYS_AFTER = 14
"""How many days a link still works after the day of its task, unless another number is chosen. Unconfirmed."""
MOST_DAYS_AFTER = 60
"""*Verzonnen*: who has not answered two months later is called."""

PROVEN_FOR = timedelta(minutes=30)
"""How long somebody who gave the right code may read and answer. *Verzonnen*: as long as an idle session lasts."""

LONGEST_WHY = 1000


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What decides whether a link works: whether it ended, and what became of its task, its case and its contact."""

    is_ended: bool
    task_is_open: bool
    task_was_closed: bool
    case_was_closed: bool
    contact_is_gone: bool
    last_day: date


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """What a partner says: it was done, or it was not and why."""

    is_done: bool
    why: str = ""

    @property
    def step(self) -> NextStep:
        """Give it as the next step of the task."""
        return NextStep(Standing.DONE if self.is_done else Standing.NOT_DONE, self.why)


def works(facts: LinkFacts, today: date) -> bool:
    """Say whether a link still works: it is not used or withdrawn, and there is still something to answer in time.

    A task or a case that was closed since does not bring its link back when it is opened again.
    """
    gone = facts.is_ended or facts.task_was_closed or facts.case_was_closed or facts.contact_is_gone
    return facts.task_is_open and not gone and today <= facts.last_day


def last_day(due_on: date | None, days_after: int, made_on: date) -> date:
    """Give the last day on which a link works: some days after the day of its task, which may be moved meanwhile."""
    return (due_on or made_on) + timedelta(days=days_after)


def answer_problems(answer: LinkAnswer) -> dict[str, str]:
    """Say at each field what an answer lacks."""
    if not answer.is_done and not answer.why.strip():
        return {"why": "Schrijf in één zin op waarom het niet is gedaan."}
    if len(answer.why) > LONGEST_WHY:
        return {"why": f"Maak het korter: hoogstens {LONGEST_WHY} tekens."}
    return {}


def days_problems(days_after: int) -> dict[str, str]:
    """Say what is wrong with how long a link works."""
    if 0 <= days_after <= MOST_DAYS_AFTER:
        return {}
    return {"days_after": f"Kies een aantal dagen van 0 tot en met {MOST_DAYS_AFTER}."}
