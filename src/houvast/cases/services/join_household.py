"""Put on record that somebody of a case came to live in its household; the first one forms the household."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.load_person import person_to_work_on
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.living_together import move_in_problem
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from houvast.residents.services.move_in import move_in


def join_household(
    *, actor: Actor, now: datetime, case_id: UUID, resident_id: UUID, since: date, role: str = ""
) -> None:
    """Let a resident of the case live in its household from a day on.

    Without a `role` the one that they have in the case holds. Raises `NotVisible`, `Refused`, or `Invalid` at `since`.
    """
    with acting_on_case(events.MOVED_IN, actor=actor, now=now, case_id=case_id) as loaded:
        person = person_to_work_on(loaded, resident_id, now=now)
        member, case = NewHouseholdMember(resident_id, role.strip() or person.role, person.is_child), loaded.case
        if case.household_id is not None:
            move_in(actor=actor, now=now, household_id=case.household_id, member=member, since=since)
        else:
            problem = move_in_problem((), since, in_amsterdam(now).date())
            if problem:
                raise Invalid({"since": problem})
            case.household_id = form_household(
                actor=actor,
                now=now,
                municipality_id=case.municipality_id,
                name=case.name,
                members=[member],
                since=since,
            )
            case.save(update_fields=["household"])
        loaded.about("resident", resident_id)
