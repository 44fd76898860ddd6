"""Cancel a crucial moment that does not come."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import MomentItem, MomentTurn
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.moment_rows import NewTurn, still_to_come, write_turn
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def cancel_moment(*, actor: Actor, now: datetime, moment_id: UUID, reason: str) -> None:
    """Cancel a moment, with the reason; who held an item sees the case no more by it.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_row(events.MOMENT_CANCELLED, scopes.moments, moment_id, actor=actor, now=now) as found:
        loaded, moment = found
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        turn = still_to_come(moment, now=now)
        if not reason.strip():
            raise Invalid({"reason": "Schrijf in één zin op waarom het niet doorgaat."})
        new = NewTurn(MomentTurn.State.CANCELLED, turn.on_date, turn.until, reason)
        write_turn(loaded, moment.id, new, number=turn.number + 1, now=now)
        withdraw_access(MomentItem.objects.filter(moment=moment).values_list("pk", flat=True), now=now)
        loaded.about("moment", moment.id, kind=moment.kind)
