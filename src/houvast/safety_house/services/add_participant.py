"""Let somebody of a partner take part in a file. Nobody of a municipality: what it may know is sent to it."""

from datetime import datetime
from uuid import UUID

from houvast.directory.selectors_houses import partner_workers
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileAccess
from houvast.safety_house.services.steps.load_file import acting_on_file


def add_participant(*, actor: Actor, now: datetime, file_id: UUID, member_id: UUID) -> UUID:
    """Let somebody in; gives the id of the access. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict`."""
    with acting_on_file(events.PARTICIPANT_ADDED, file_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_direct(loaded.viewer, loaded.facts))
        if member_id not in {each.id for each in partner_workers(now=now)}:
            raise Invalid(
                {"member": "Kies iemand van een partner. Wie bij een gemeente werkt, kan geen deelnemer zijn."}
            )
        if FileAccess.objects.filter(file=loaded.file, member_id=member_id, withdrawn_at__isnull=True).exists():
            raise Conflict("Deze deelnemer is er al.")
        access = FileAccess(
            file=loaded.file,
            member_id=member_id,
            relation=FileAccess.Relation.PARTICIPANT,
            ground="let_in",
            from_at=now,
            given_by_id=loaded.viewer.member_id,
        )
        access.save(force_insert=True)
        loaded.acting.details["member"] = str(member_id)
        return access.id
