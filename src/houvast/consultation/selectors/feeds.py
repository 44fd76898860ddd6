"""The calendar of somebody: since when they have an address for it, and what it holds for who knows the address."""

from datetime import datetime, timedelta

from houvast.consultation import scopes
from houvast.consultation.models import CalendarFeed
from houvast.consultation.rules.calendar import CalendarMeeting, calendar
from houvast.consultation.services.steps.feeds import digest_of
from houvast.directory.selectors import viewer as member_viewer
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible

MOST = 200
_PAST = timedelta(days=60)


def made_at(viewer: Viewer, *, now: datetime) -> datetime | None:
    """Say since when the viewer has a calendar address; None without one."""
    return scopes.calendar_feeds(viewer, now=now).values_list("made_at", flat=True).first()


def calendar_of(secret: str, *, now: datetime) -> str:
    """Give the calendar at a secret address, with what its owner may see now. Raises `NotVisible` when it has ended, or
    when its owner no longer works here.
    """
    feed = CalendarFeed.objects.filter(digest=digest_of(secret), ended_at__isnull=True).first()
    owner = None if feed is None else member_viewer(feed.member_id, now=now)
    if owner is None:
        raise NotVisible
    rows = scopes.meetings(owner, now=now).filter(ends_at__gte=now - _PAST).select_related("table")
    return calendar(
        CalendarMeeting(row.id, row.table.name, row.table.place, row.starts_at, row.ends_at, row.planned_at)
        for row in rows.order_by("starts_at", "id")[:MOST]
    )
