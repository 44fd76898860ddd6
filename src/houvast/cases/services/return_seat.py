"""Give a seat back. It is vacant from that moment, and says so until somebody takes it."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy
from houvast.cases.models import Seat
from houvast.cases.rules.seats import VACANT, SeatState
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.set_seat import SeatChange, set_seat
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def return_seat(*, actor: Actor, now: datetime, case_id: UUID, responsibility: Responsibility, reason: str) -> None:
    """Give a seat back with a reason. Raises `NotVisible`, `Refused`, or `Invalid` without a reason."""
    with acting_on_case(events.SEAT_RETURNED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_return(loaded.viewer, loaded.facts, responsibility))
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u teruggeeft. De volgende leest dit."})
        owner = loaded.facts.holder(Responsibility.PROCESS_DIRECTION)
        if responsibility is Responsibility.PROCESS_DIRECTION:
            owner = loaded.facts.holder(Responsibility.OPERATIONAL)
        change = SeatChange(
            responsibility,
            VACANT,
            Seat.Cause.RETURNED,
            set_by=loaded.viewer.member_id,
            owner_id=owner,
            reason=reason.strip(),
        )
        seat = set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
        loaded.about("seat", seat.id, responsibility=responsibility.value, state=SeatState.VACANT.value)
