"""Let a resident come to live in a household, from a day on."""

from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import Household, HouseholdMember
from houvast.residents.rules.living_together import move_in_problem
from houvast.residents.services.form_household import NewHouseholdMember


def move_in(*, actor: Actor, now: datetime, household_id: UUID, member: NewHouseholdMember, since: date) -> UUID:
    """Add somebody to a household; gives the id of the row. Raises `NotVisible`, or `Invalid` at `since`."""
    with act(events.MOVED_IN, actor=actor, now=now) as acting:
        household = Household.objects.select_for_update().filter(pk=household_id).first()
        if household is None:
            raise NotVisible
        rows = HouseholdMember.objects.filter(household=household, resident_id=member.resident_id)
        stays = list(rows.values_list("since", "until"))
        problem = move_in_problem(stays, since, in_amsterdam(now).date())
        if problem:
            raise Invalid({"since": problem})
        row = HouseholdMember(
            household=household,
            resident_id=member.resident_id,
            role=member.role.strip(),
            is_child=member.is_child,
            since=since,
        )
        row.save(force_insert=True)
        acting.municipality = household.municipality_id
        acting.subject, acting.subject_id = "household_member", row.id
        return row.id
