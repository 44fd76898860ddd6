"""Record that a crucial moment has happened, on which day; what comes after it is asked from then on."""

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


def record_moment_happened(
    *, actor: Actor, now: datetime, moment_id: UUID, on_date: date | None, text: str = ""
) -> None:
    """Record it, with a word on how it went. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_row(events.MOMENT_HAPPENED, scopes.moments, moment_id, actor=actor, now=now) as found:
        loaded, moment = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        turn = still_to_come(moment, now=now)
        problems = plan_problems(on_date, None, in_amsterdam(now).date(), happened=True)
        if problems or on_date is None:
            raise Invalid(problems)
        new = NewTurn(MomentTurn.State.HAPPENED, on_date, None, text)
        write_turn(loaded, moment.id, new, number=turn.number + 1, now=now)
        loaded.about("moment", moment.id, kind=moment.kind)
