"""Say that a concern is not about this resident."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events
from houvast.intake.services.steps.judge_person import judge_person
from houvast.intake.services.steps.load_concern import acting_on_concern
from houvast.kernel.actor import Actor


def deny_person(*, actor: Actor, now: datetime, concern_id: UUID, resident_id: UUID) -> None:
    """Say that a concern is not about this resident: it is not proposed again, and a confirmation is taken back.

    Raises `NotVisible`, `Refused`, or `Conflict` once decided.
    """
    with acting_on_concern(events.PERSON_DENIED, actor=actor, now=now, concern_id=concern_id) as loaded:
        judge_person(loaded, resident_id)
        concern = loaded.concern
        concern.not_residents = sorted({*concern.not_residents, str(resident_id)})
        if concern.resident_id == resident_id:
            concern.resident_id = None
        concern.save(update_fields=["resident", "not_residents"])
