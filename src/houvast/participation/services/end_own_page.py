"""End an own page: who had it is out in the same second."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.participation import events
from houvast.participation.models import ParticipantEnd
from houvast.participation.services.steps.load_participant import acting_on_participant


def end_own_page(*, actor: Actor, now: datetime, participant_id: UUID) -> None:
    """End it. Raises `NotVisible`, `Refused`, or `Conflict` when it was ended already."""
    with acting_on_participant(events.PAGE_ENDED, participant_id, actor=actor, now=now) as (loaded, row):
        end = ParticipantEnd(
            participant=row,
            case_id=row.case_id,
            municipality_id=row.municipality_id,
            at=now,
            by_id=loaded.viewer.member_id,
        )
        end.save(force_insert=True)
