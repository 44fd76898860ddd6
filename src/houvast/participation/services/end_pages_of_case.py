"""End the own pages of a case that just closed: reopening it lets nobody in with an old code."""

from datetime import datetime
from uuid import UUID

from houvast.cases.services.act_from_outside import act_from_outside
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.participation import events
from houvast.participation.models import Participant, ParticipantEnd


def end_pages_of_case(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """End each page that had not ended, in the transaction that closed the case and holds it.

    Who closed it may see it no longer, and so acts from outside here.
    """
    rows = list(Participant.objects.filter(case_id=case_id, end__isnull=True).order_by("since", "id"))
    for row in rows:
        with act_from_outside(events.PAGE_ENDED, actor=actor, now=now, case_id=case_id) as outside:
            outside.about("participant", row.id)
            end = ParticipantEnd(
                participant=row,
                case_id=case_id,
                municipality_id=row.municipality_id,
                at=now,
                by_id=viewer_of(actor, now=now).member_id,
            )
            end.save(force_insert=True)
