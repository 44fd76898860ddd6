"""Say who a concern is about: one of the residents that the municipality knows."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events
from houvast.intake.services.steps.judge_person import judge_person
from houvast.intake.services.steps.load_concern import acting_on_concern
from houvast.kernel.actor import Actor


def confirm_person(*, actor: Actor, now: datetime, concern_id: UUID, resident_id: UUID) -> None:
    """Confirm that a concern is about this resident. Raises `NotVisible`, `Refused`, or `Conflict` once decided."""
    with acting_on_concern(events.PERSON_CONFIRMED, actor=actor, now=now, concern_id=concern_id) as loaded:
        judge_person(loaded, resident_id)
        concern = loaded.concern
        concern.resident_id = resident_id
        concern.not_residents = [each for each in concern.not_residents if each != str(resident_id)]
        concern.save(update_fields=["resident", "not_residents"])
