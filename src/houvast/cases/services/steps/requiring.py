"""What a decision must have: everything that is missing is gathered, and told at once at its fields."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from houvast.ave.model import Boundary
from houvast.cases.models import ScalingProposal
from houvast.cases.rules.following_up import NewFollowUp
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.services.steps.deciding import on_record, require_child_interest, require_process_director, seats_for
from houvast.cases.services.steps.following import check_follow_ups
from houvast.cases.services.steps.judging import require_judged
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.cases.services.steps.proposing import check_proposal
from houvast.cases.services.steps.receiving import require_handed_on
from houvast.kernel.errors import Invalid

NO_REASON = "Schrijf op waarom u niet akkoord gaat. De indiener leest dit."


def ready_to_approve(
    loaded: LoadedCase,
    boundary: Boundary,
    how: Deciding,
    follow_ups: Collection[NewFollowUp],
    *,
    now: datetime,
    proposal: ScalingProposal | None = None,
    new: NewProposal | None = None,
) -> Deciding:
    """Give how it is approved; `proposal` waits for it, or `new` is proposed with it.

    Raises `Invalid` with all that is missing or wrong.
    """
    problems: dict[str, str] = {}
    judged = how
    if new is not None:
        with _gathered(problems):
            check_proposal(loaded, boundary, new)
    if proposal is not None:
        with _gathered(problems):
            require_child_interest(proposal, how)
    with _gathered(problems):
        check_follow_ups(follow_ups, now=now)
    with _gathered(problems):
        on_record(how, now)
    with _gathered(problems):
        require_process_director(loaded, boundary, how.chosen, now=now)
    with _gathered(problems):
        seats_for(loaded, boundary.to_phase, how.chosen, now=now)
    with _gathered(problems):
        judged = require_judged(loaded, boundary, proposal, how, now=now)
    with _gathered(problems):
        require_handed_on(loaded, boundary, how.handing_on, now=now)
    if problems:
        raise Invalid(problems)
    return judged


def ready_to_refuse(
    how: Deciding, follow_ups: Collection[NewFollowUp], *, now: datetime, proposal: ScalingProposal
) -> None:
    """Raise `Invalid` with all that a refusal lacks."""
    problems = {} if how.reason.strip() else {"reason": NO_REASON}
    with _gathered(problems):
        require_child_interest(proposal, how)
    with _gathered(problems):
        check_follow_ups(follow_ups, now=now)
    with _gathered(problems):
        on_record(how, now)
    if problems:
        raise Invalid(problems)


@contextmanager
def _gathered(problems: dict[str, str]) -> Iterator[None]:
    """Keep what one check finds wrong, so that the next one is asked too. What was found first stays."""
    try:
        yield
    except Invalid as wrong:
        problems |= {**wrong.problems, **problems}
