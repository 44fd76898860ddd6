"""Agree on a later last day of a stay elsewhere, also when the last day has passed."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import StayTurn
from houvast.cases.rules.stays import USUAL_TERMS, StayTerms, extension_problems
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.stay_rows import let_host_see, running_turn, write_turn
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam


def extend_stay(
    *,
    actor: Actor,
    now: datetime,
    stay_id: UUID,
    until_on: date | None,
    reason: str,
    terms: StayTerms = USUAL_TERMS,
) -> None:
    """Extend: the same people see the same parts until the end of the new last day.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it has ended.
    """
    with acting_on_row(events.STAY_EXTENDED, scopes.stays, stay_id, actor=actor, now=now) as found:
        loaded, stay = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        turn = running_turn(stay, now=now)
        today = in_amsterdam(now).date()
        problems = extension_problems(until_on, reason, last=turn.until_on, today=today, terms=terms)
        if problems or until_on is None:
            raise Invalid(problems)
        state, by, number = StayTurn.State.EXTENDED, loaded.viewer.member_id, turn.number + 1
        write_turn(loaded.case, stay.id, state, until_on, number=number, by=by, now=now, reason=reason)
        withdraw_access([stay.id], now=now)
        let_host_see(loaded.case, stay, until_on, phase=loaded.phase, now=now)
        loaded.about("stay", stay.id, until=until_on.isoformat())
