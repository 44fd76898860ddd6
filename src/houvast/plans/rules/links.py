"""A link by which a partner without an account answers one task: how long it works, and the code before it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from houvast.plans.rules.tasks import NextStep, Standing

DAYS_AFTER = 14
"""How many days a link still works after the day of its task, unless another number is chosen. Unconfirmed."""
MOST_DAYS_AFTER = 60
"""*Verzonnen*: who has not answered two months later is called."""

CODE_DIGITS = 6
CODE_FOR = timedelta(minutes=10)
"""Six digits for ten minutes (NIST SP 800-63B, 5.1.3.2: at least 20 random bits, and no longer than this)."""
MOST_TRIES = 5
MOST_CODES = 8
CODE_AGAIN_AFTER = timedelta(minutes=1)
"""*Verzonnen*: with these, at most 40 of a million codes can be guessed at one link (NIST allows 100 attempts)."""
PROVEN_FOR = timedelta(minutes=30)
"""How long somebody who gave the right code may read and answer. *Verzonnen*: as long as an idle session lasts."""

LONGEST_WHY = 1000
_BETWEEN = re.compile(r"[\s().\-]")
_MOBILE = re.compile(r"(?:\+31|0)6(\d{8})")
_ABROAD = re.compile(r"\+(?!31)[1-9]\d{7,14}")


class Sending(StrEnum):
    """What came of asking for a code."""

    SENT = "sent"
    JUST_SENT = "just_sent"
    NO_MORE = "no_more"
    NOT_SET_UP = "not_set_up"
    FAILED = "failed"


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


def number_to_text(phone: str) -> str:
    """Give a number to which a text message goes, in international form; "" for a landline or what is no number.

    A code to a switchboard would be read by whoever answers, so that only a mobile number proves who somebody is.
    """
    signs = _BETWEEN.sub("", phone)
    signs = f"+{signs[2:]}" if signs.startswith("00") else signs
    mobile = _MOBILE.fullmatch(signs)
    if mobile is not None:
        return f"+316{mobile[1]}"
    return signs if _ABROAD.fullmatch(signs) else ""


def may_send(sent: Sequence[datetime], now: datetime) -> Sending:
    """Say whether one more code may go out, after those that were sent for this link."""
    if len(sent) >= MOST_CODES:
        return Sending.NO_MORE
    if sent and now - max(sent) < CODE_AGAIN_AFTER:
        return Sending.JUST_SENT
    return Sending.SENT


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
