"""Correct the data of somebody whom a case is about."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.services.correct_resident import correct_resident


def correct_resident_of_case(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, seen: int, data: PersonalData
) -> None:
    """Correct a resident of the case; the log says which fields changed. Raises what `correct_resident` raises."""
    with acting_on_case(events.RESIDENT_CORRECTED, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, resident_id, now=now)
        names = correct_resident(actor=actor, now=now, resident_id=resident_id, seen=seen, data=data)
        loaded.about("resident", resident_id, fields=list(names))
