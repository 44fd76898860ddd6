"""Mijn werk: what waits for somebody, by cause, and why each row is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from houvast.ave.model import Phase
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.working_time import in_amsterdam, working_days_between

NEW_FOR_WORKING_DAYS = 2
"""How long Mijn werk says that a responsibility is new. *Verzonnen*."""
SHARED_FOR_WORKING_DAYS = 10
"""How long Mijn werk says that something was shared with somebody: longer than a week away. *Verzonnen*."""


class Cause(StrEnum):
    """Why something is on the list, in the order in which it can go wrong the longest."""

    NOBODY_LEADS = "nobody_leads"
    NOT_RECEIVED = "not_received"
    TERM_PASSED = "term_passed"
    MOMENT_NEAR = "moment_near"
    GLASS = "glass"
    ALARM = "alarm"
    REPORTING_CODE = "reporting_code"
    YOUR_DECISION = "your_decision"
    RESIDENT_SAID = "resident_said"
    RESIDENT_WISHES = "resident_wishes"
    REQUEST = "request"
    ANSWERED = "answered"
    NEW_FOR_YOU = "new_for_you"
    SHARED = "shared"
    TASK = "task"
    LIMIT = "limit"
    STAY = "stay"
    TEMPORARY = "temporary"
    FOLLOW_UP = "follow_up"
    MOMENT = "moment"
    REVIEW = "review"
    SHORT_LINE = "short_line"
    AFTERCARE = "aftercare"
    MANY_ORGANISATIONS = "many_organisations"


class Act(StrEnum):
    """The act that solves a row; the page makes a link of it."""

    ASSIGN = "assign"
    CONFIRM_URGENCY = "confirm_urgency"
    DECIDE = "decide"
    ANSWER_HAND_OVER = "answer_hand_over"
    SEE_HAND_OVER = "see_hand_over"
    SEE_TAKE_OVER = "see_take_over"
    SEE_URGENCY = "see_urgency"
    ANSWER_TAKE_OVER = "answer_take_over"
    JUDGE = "judge"
    FIND_HOLDER = "find_holder"
    ASK_HOLDER = "ask_holder"
    FOLLOW_UP = "follow_up"
    REVIEW = "review"
    LOOK_AGAIN = "look_again"
    CHECK_PULSE = "check_pulse"
    TAKE_UP_AFTERCARE = "take_up_aftercare"
    NAME_RECEIVER = "name_receiver"
    ANSWER_RECEIVER = "answer_receiver"
    SEE_PEOPLE = "see_people"
    REPORT_TASK = "report_task"
    READ_ANSWER = "read_answer"
    SEE_PLAN = "see_plan"
    UPDATE_PLAN = "update_plan"
    SEE_CODE = "see_code"
    PREPARE = "prepare"
    REPORT_ITEM = "report_item"
    SEE_STAY = "see_stay"
    PUT_ON_AGENDA = "put_on_agenda"
    ANSWER_TABLE = "answer_table"
    SEE_REFERRAL = "see_referral"
    LOOK_BACK = "look_back"
    DECIDE_TAILOR_MADE = "decide_tailor_made"
    TELL_TAILOR_MADE = "tell_tailor_made"
    ANSWER_MOVE = "answer_move"
    SEE_MOVE = "see_move"
    FIND_CONTACT = "find_contact"
    CHECK_LINE = "check_line"
    ANSWER_COLLEAGUE = "answer_colleague"
    READ_COLLEAGUE = "read_colleague"
    SEE_REQUEST = "see_request"
    JUDGE_GLASS = "judge_glass"
    ANSWER_SHARING = "answer_sharing"
    TELL_RESIDENT = "tell_resident"
    SEE_SHARED = "see_shared"
    HEAR_RESIDENT = "hear_resident"
    READ_WORDS = "read_words"
    ANSWER_WISH = "answer_wish"
    REVIEW_HIT = "review_hit"
    REVIEW_OWN_PAGE = "review_own_page"
    ANSWER_ALARM = "answer_alarm"


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One thing that waits: the case, why it is here, when, and the act that solves it.

    `target` is the id that the act needs (a proposal, a hand-over, a responsibility); `late` colours the term. What is
    about a case that one does not see has no code and no phase.
    """

    cause: Cause
    code: str
    name: str
    phase: Phase | None
    why: str
    when: str
    when_exact: str
    late: bool
    act: Act
    target: str
    order: tuple[int, str]


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """The rows of one cause; `more` says that there are more than are shown."""

    cause: Cause
    rows: tuple[WorkRow, ...]
    more: bool


def days_since(since: datetime, now: datetime) -> str:
    """Give how long something lasts: "vandaag", "1 dag", "6 dagen"."""
    days = (in_amsterdam(now).date() - in_amsterdam(since).date()).days
    if days <= 0:
        return "vandaag"
    return "1 dag" if days == 1 else f"{days} dagen"


def term(deadline: datetime | date, now: datetime) -> tuple[str, str, bool]:
    """Give a term as (how long, exact day, late): ("nog 2 werkdagen", "uiterlijk wo 25 nov", False).

    Where no working day is left it says the day: "vandaag", or "morgen" on a Saturday.
    """
    today = in_amsterdam(now).date()
    day = in_amsterdam(deadline).date() if isinstance(deadline, datetime) else deadline
    exact = f"uiterlijk {short(day, today)}"
    if day < today:
        late = max(1, working_days_between(day, today))
        return f"{late} {'werkdag' if late == 1 else 'werkdagen'} te laat", exact, True
    left = working_days_between(today, day)
    if left <= 0:
        return relative(day, today), exact, False
    return f"nog {left} {'werkdag' if left == 1 else 'werkdagen'}", exact, False


def which_scaling(to_phase: int, up: bool, moved_at: datetime, now: datetime) -> str:
    """Say which scaling something is about: "het opschalen naar AVE 3 (ma 2 nov)"."""
    day = short(in_amsterdam(moved_at).date(), in_amsterdam(now).date())
    return f"het {'opschalen' if up else 'afschalen'} naar AVE {to_phase} ({day})"


def together(first: str, number: int) -> str:
    """Say that there is more of the same in a case, after what comes first."""
    return first if number == 1 else f"{first} In totaal {number} dingen aan te vullen; dit eerst."


def left_by(led: Sequence[str]) -> str:
    """Say that everybody who led a case has left: "Sanne leidde dit en is weg."."""
    if not led:
        return "Wie dit leidde, is weg."
    return f"{' en '.join(led)} {'leidde dit en is' if len(led) == 1 else 'leidden dit en zijn'} weg."


def coming(day: date, now: datetime) -> tuple[str, str, bool]:
    """Give a date to come as (how far, exact day, late): ("over 4 dagen", "tot vr 27 nov", False)."""
    today = in_amsterdam(now).date()
    return relative(day, today), short(day, today), day < today


def ending(holder: str, seat: str, *, stops: bool, yours: bool, over: bool, extended: int) -> str:
    """Say why a seat that comes to its end asks for somebody.

    `stops`: who holds it stops in that function; else they fill in for a time, `extended` times longer than once.
    """
    if not stops:
        again = f" Dit is al {extended} keer verlengd." if extended else ""
        return f"{'U' if yours else holder} vangt de {seat} tijdelijk op.{again}"
    whose = "Uw functie" if yours else f"De functie van {holder}"
    return f"{whose} {'is gestopt' if over else 'stopt'}. Wie neemt de {seat} over?"


def is_new(since: datetime, now: datetime) -> bool:
    """Say whether somebody got something so lately that they may not know it yet: today, or two working days ago."""
    return working_days_between(in_amsterdam(since).date(), in_amsterdam(now).date()) <= NEW_FOR_WORKING_DAYS


def is_told(since: datetime, now: datetime) -> bool:
    """Say whether somebody is told still that something was shared with them."""
    return working_days_between(in_amsterdam(since).date(), in_amsterdam(now).date()) <= SHARED_FOR_WORKING_DAYS


def review_is_near(review: date, looked: date, today: date) -> bool:
    """Say whether it is time to look again: two weeks ahead, or halfway when the next time is sooner than that.

    So what was just looked at leaves the list, also in a phase that wants to be seen every two weeks.
    """
    return review - today <= min(timedelta(days=14), (review - looked) / 2)


def grouped(rows: Sequence[WorkRow], size: int) -> tuple[WorkGroup, ...]:
    """Group rows by cause in the order of causes; inside a cause the longest waiting first, then by code.

    The code decides between what waits equally long: a database gives rows in whatever order is easiest for it.
    """
    groups = []
    for cause in Cause:
        own = sorted((row for row in rows if row.cause is cause), key=lambda row: (row.order, row.code, row.target))
        if own:
            groups.append(WorkGroup(cause, tuple(own[:size]), len(own) > size))
    return tuple(groups)
