"""Make the secret address of somebody's own calendar, or a new one in the place of the one before."""

import secrets
from datetime import datetime

from django.db import IntegrityError

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import CalendarFeed
from houvast.consultation.services.steps.feeds import digest_of
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict

_BYTES = 32


def make_calendar_feed(*, actor: Actor, now: datetime) -> str:
    """Make an address for who acts; gives its secret part, once. An address from before no longer works.

    Raises `Conflict` when they make another one at the same moment.
    """
    with act(events.FEED_MADE, actor=actor, now=now) as acting:
        viewer = viewer_of(actor, now=now)
        secret = secrets.token_urlsafe(_BYTES)
        own = CalendarFeed.objects.select_for_update().filter(member_id=viewer.member_id, ended_at__isnull=True)
        renewed = own.update(ended_at=now)
        row = CalendarFeed(member_id=viewer.member_id, digest=digest_of(secret), made_at=now)
        try:
            row.save(force_insert=True)
        except IntegrityError as twice:
            raise Conflict(
                "U maakte net al een adres, in een ander venster. Gebruik dat, of maak een nieuw."
            ) from twice
        acting.municipality, acting.ground = viewer.municipality_id, "own"
        acting.subject, acting.subject_id, acting.details = "calendar_feed", row.id, {"renewed": bool(renewed)}
        return secret
