"""End a stay elsewhere: somebody is back again. What the other municipality saw is gone in the same second."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.stay_rows import end, running_turn
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def end_stay(*, actor: Actor, now: datetime, stay_id: UUID, reason: str) -> None:
    """End it, by who leads the case or by who hosts. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_row(events.STAY_ENDED, scopes.stays, stay_id, actor=actor, now=now) as found:
        loaded, stay = found
        team, host = stay.host_team_id, stay.host_member_id
        loaded.permit(policy.may_end_stay(loaded.viewer, loaded.facts, host_member=host, host_team=team))
        turn = running_turn(stay, now=now)
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom de afspraak stopt. Is de inwoner terug, of ergens anders?"})
        end(loaded.case, stay, turn.number + 1, by=loaded.viewer.member_id, now=now, reason=reason)
        loaded.about("stay", stay.id, host=str(stay.host_id))
