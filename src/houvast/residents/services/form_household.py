"""Put residents together in a household, from a day on; children are flagged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import Household, HouseholdMember


@dataclass(frozen=True, slots=True)
class NewHouseholdMember:
    """Somebody in the household, and what they are in it: "moeder", "zoon, om het weekend"."""

    resident_id: UUID
    role: str
    is_child: bool = False


def form_household(
    *,
    actor: Actor,
    now: datetime,
    municipality_id: UUID,
    name: str,
    members: Sequence[NewHouseholdMember],
    since: date | None = None,
) -> UUID:
    """Form a household, from a day on or from today; gives its id. Raises `Invalid` without a name or members."""
    with act(events.HOUSEHOLD_FORMED, actor=actor, now=now, municipality=municipality_id) as acting:
        if not name.strip():
            raise Invalid({"name": "Geef het huishouden een naam."})
        if not members:
            raise Invalid({"residents": "Een huishouden heeft minstens één inwoner."})
        household = Household(municipality_id=municipality_id, name=name.strip())
        household.save(force_insert=True)
        HouseholdMember.objects.bulk_create(
            HouseholdMember(
                household=household,
                resident_id=each.resident_id,
                role=each.role.strip(),
                is_child=each.is_child,
                since=since or in_amsterdam(now).date(),
            )
            for each in members
        )
        acting.subject, acting.subject_id = "household", household.id
        return household.id
