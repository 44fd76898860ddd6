"""Move a crucial moment to another day; the terms of its items move along."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import MomentTurn
from houvast.cases.rules.moments import plan_problems
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.moment_rows import NewTurn, still_to_come, write_turn
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam


def move_moment(
    *, actor: Actor, now: datetime, moment_id: UUID, on_date: date | None, until: date | None, reason: str
) -> None:
    """Move a moment that has not come yet. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_row(events.MOMENT_MOVED, scopes.moments, moment_id, actor=actor, now=now) as found:
        loaded, moment = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        turn = still_to_come(moment, now=now)
        problems = plan_problems(on_date, until, in_amsterdam(now).date(), happened=False)
        if not problems and (on_date, until) == (turn.on_date, turn.until):
            problems["on_date"] = "Dit is de dag die er al stond. Kies een andere."
        if not reason.strip():
            problems["reason"] = "Schrijf in één zin op waarom de dag verandert."
        if problems or on_date is None:
            raise Invalid(problems)
        new = NewTurn(MomentTurn.State.MOVED, on_date, until, reason)
        write_turn(loaded, moment.id, new, number=turn.number + 1, now=now)
        loaded.about("moment", moment.id, kind=moment.kind)
