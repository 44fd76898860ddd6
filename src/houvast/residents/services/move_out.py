"""Let a resident leave a household on a day; that they lived there stays on record."""

from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import Household, HouseholdMember
from houvast.residents.rules.living_together import move_out_problem


def move_out(*, actor: Actor, now: datetime, household_id: UUID, resident_id: UUID, until: date) -> None:
    """End somebody's stay in a household. Raises `NotVisible`, or `Invalid` at `until`."""
    with act(events.MOVED_OUT, actor=actor, now=now) as acting:
        household = Household.objects.select_for_update().filter(pk=household_id).first()
        if household is None:
            raise NotVisible
        rows = HouseholdMember.objects.filter(household=household, resident_id=resident_id)
        problem = move_out_problem(list(rows.values_list("since", "until")), until, in_amsterdam(now).date())
        if problem:
            raise Invalid({"until": problem})
        row = rows.get(until__isnull=True)
        row.until = until
        row.save(update_fields=["until"])
        acting.municipality = household.municipality_id
        acting.subject, acting.subject_id = "household_member", row.id
