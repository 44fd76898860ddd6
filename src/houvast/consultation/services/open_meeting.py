"""Open a meeting: from now on what is said and decided is written down."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import Meeting
from houvast.consultation.services.steps.loading import acting_on_meeting
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def open_meeting(*, actor: Actor, now: datetime, meeting_id: UUID) -> None:
    """Open a planned meeting. Raises `NotVisible`, `Refused`, or `Conflict` when it is open already."""
    with acting_on_meeting(events.MEETING_OPENED, meeting_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_prepare(loaded.viewer, loaded.facts))
        if loaded.meeting.state != Meeting.State.PLANNED:
            raise Conflict("Dit overleg is al begonnen.")
        loaded.meeting.state, loaded.meeting.opened_at = Meeting.State.OPEN, now
        loaded.meeting.save(update_fields=["state", "opened_at"])
