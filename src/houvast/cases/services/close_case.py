"""Close a case: phase and seats end with it, and a date for aftercare stays behind."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.rules.closing import CLOSING_REASONS
from houvast.cases.rules.receiving import NOTHING, HandingOn, problems_at_closing
from houvast.cases.services.steps.closing import Closing, close, must_follow, waiting
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam


@dataclass(frozen=True, slots=True)
class NewClosing:
    """Why a case closes, a code of `CLOSING_REASONS`, and how it went; without an aftercare date the text says why not.

    `handing_on` names who takes over and what is still done; its day is `aftercare_on`.
    """

    reason: str
    text: str
    aftercare_on: date | None
    handing_on: HandingOn = NOTHING


def close_case(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    new: NewClosing,
    seen_period: UUID | None = None,
    seen_words: int = 0,
) -> None:
    """Close a case. `desk` does it with what other rooms end or keep.

    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.
    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`. What waits for an answer (a proposal, an urgent scaling,
    a hand-over, a question to a team) comes first, and so does a crucial moment that is still to come. What must still
    follow a decision can be filled in until it goes well; without an aftercare date it comes first too.
    """
    with acting_on_case(events.CASE_CLOSED, actor=actor, now=now, case_id=case_id, seen_period=seen_period) as loaded:
        loaded.permit(policy.may_close(loaded.viewer, loaded.facts))
        loaded.require_heard(seen_words, now=now)
        handing_on = replace(new.handing_on, check_on=new.aftercare_on)
        problems = {**_problems(new.reason, new.text, handing_on, in_amsterdam(now).date()), **waiting(case_id)}
        if new.aftercare_on is None and must_follow(case_id):
            problems["aftercare_on"] = (
                "Na een op- of afschaling is nog niet alles aangevuld. Kies een dag om nog te kijken, of vul eerst aan."
            )
        if problems:
            raise Invalid(problems)
        closure_id = close(loaded, Closing(new.reason, new.text, handing_on), now=now)
        loaded.about("closure", closure_id, reason=new.reason)


def _problems(reason: str, text: str, handing_on: HandingOn, today: date) -> dict[str, str]:
    problems = {}
    if reason not in CLOSING_REASONS:
        problems["reason"] = "Kies waarom de casus sluit."
    if not text.strip():
        problems["text"] = "Schrijf in een paar zinnen op hoe het ging en wat is afgesproken."
    return {**problems, **problems_at_closing(handing_on, today)}
