"""Close a meeting: its minutes are fixed, and who was invited to its items no longer sees them."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import AgendaItem, ItemMember, Meeting
from houvast.consultation.rules.agenda import MINUTES_STAY
from houvast.consultation.services.steps.loading import acting_on_meeting
from houvast.consultation.services.steps.sight import hide, show
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def close_meeting(*, actor: Actor, now: datetime, meeting_id: UUID) -> None:
    """Close an open meeting. The chair keeps reading the minutes for a while; owners of tasks keep their task.

    Raises `NotVisible`, `Refused`, or `Conflict` when it was not opened.
    """
    with acting_on_meeting(events.MEETING_CLOSED, meeting_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_prepare(loaded.viewer, loaded.facts))
        meeting = loaded.meeting
        if meeting.state != Meeting.State.OPEN:
            raise Conflict("Dit overleg is nog niet begonnen. Open het eerst.")
        items = list(AgendaItem.objects.filter(meeting=meeting, taken_off_at__isnull=True))
        for item in items:
            hide(item, actor=actor, now=now)
            show(item, [meeting.chair_id], actor=actor, now=now, until=now + MINUTES_STAY)
        ItemMember.objects.filter(item__in=items, until_at__isnull=True).update(until_at=now)
        meeting.state, meeting.closed_at = Meeting.State.CLOSED, now
        meeting.save(update_fields=["state", "closed_at"])
        loaded.acting.details = {"items": len(items)}
