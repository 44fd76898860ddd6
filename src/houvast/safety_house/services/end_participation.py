"""End that somebody takes part in a file: it is gone for them in the same second."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileAccess
from houvast.safety_house.services.steps.load_file import acting_on_file


def end_participation(*, actor: Actor, now: datetime, file_id: UUID, access_id: UUID) -> None:
    """End it. Raises `NotVisible` (also when there is no such participant now) or `Refused`."""
    with acting_on_file(events.PARTICIPANT_ENDED, file_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_direct(loaded.viewer, loaded.facts))
        rows = FileAccess.objects.filter(pk=access_id, file=loaded.file, withdrawn_at__isnull=True)
        member_id = rows.filter(relation=FileAccess.Relation.PARTICIPANT).values_list("member_id", flat=True).first()
        if member_id is None:
            raise NotVisible
        rows.update(withdrawn_at=now)
        loaded.acting.details["member"] = str(member_id)
