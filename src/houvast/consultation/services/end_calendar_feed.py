"""End the secret address of somebody's own calendar: it no longer works, from this second."""

from datetime import datetime

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import CalendarFeed
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def end_calendar_feed(*, actor: Actor, now: datetime) -> None:
    """End the address of who acts. Raises `Conflict` when there is none."""
    with act(events.FEED_ENDED, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        acting.municipality, acting.ground = viewer.municipality_id, "own"
        own = CalendarFeed.objects.select_for_update().filter(member_id=viewer.member_id, ended_at__isnull=True)
        row = own.first()
        if row is None:
            raise Conflict("U hebt geen kalenderadres.")
        row.ended_at = now
        row.save(update_fields=["ended_at"])
        acting.subject, acting.subject_id = "calendar_feed", row.id
