"""Change what somebody is in a case: how people call it, and whether they are a child."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.add_resident import NewCaseResident, put_in_case
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def change_place(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, role: str, is_child: bool) -> None:
    """End the row of now and begin the next, so that what they were stays. Unchanged is nothing written.

    Raises `NotVisible`, `Refused`, or `Invalid` for who leads the case: a child does not.
    """
    with acting_on_case(events.PLACE_CHANGED, actor=actor, now=now, case_id=case_id) as loaded:
        row = person_to_work_on(loaded, resident_id, now=now)
        before, after = {"role": row.role, "is_child": row.is_child}, {"role": role.strip(), "is_child": is_child}
        if is_child and _leads(loaded, resident_id):
            told = "Deze inwoner heeft zelf een verantwoordelijkheid. Een kind kan die niet hebben."
            raise Invalid({"is_child": told})
        if before != after:
            row.until = now
            row.save(update_fields=["until"])
            put_in_case(loaded.case, NewCaseResident(resident_id, is_child, role.strip()), now=now)
        loaded.about("resident", resident_id, fields=[name for name in before if before[name] != after[name]])


def _leads(loaded: LoadedCase, resident_id: UUID) -> bool:
    return any(seat.resident_id == resident_id for seat in loaded.facts.seats.values())
