"""Put on record that somebody of a case left its household."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.residents.services.move_out import move_out


def leave_household(*, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, until: date) -> None:
    """End somebody's stay in the household of the case. Raises `NotVisible`, `Refused`, or `Invalid` at `until`."""
    with acting_on_case(events.MOVED_OUT, actor=actor, now=now, case_id=case_id) as loaded:
        person_to_work_on(loaded, resident_id, now=now)
        household_id = loaded.case.household_id
        if household_id is None:
            raise Invalid({"until": "Deze casus heeft nog geen huishouden."})
        move_out(actor=actor, now=now, household_id=household_id, resident_id=resident_id, until=until)
        loaded.about("resident", resident_id)
