"""What a sample of the log asks about cases: who had what to do with which one. It opens none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.models import Access, Case
from houvast.cases.rules.matrix import Relation

_BY_FUNCTION = (Relation.PROCESS_TEAM,)
"""What a function gives somebody in every case of a municipality: no role of their own."""


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody had something of a case, from when until when: a role, or broken glass."""

    member: UUID
    case: UUID
    is_glass: bool
    from_at: datetime
    until_at: datetime | None


def kept_cases(municipality_id: UUID) -> frozenset[UUID]:
    """Give the cases of a municipality whose content was not destroyed, in one query."""
    rows = Case.objects.filter(municipality=municipality_id, key__destroyed_at=None)
    return frozenset(rows.values_list("pk", flat=True))


def held_by_members(municipality_id: UUID, *, begin: datetime, end: datetime) -> tuple[Held, ...]:
    """Give what members had of cases in a period, by themselves and not by a team or a function; in one query."""
    ends = Q(until_at=None) | Q(until_at__gt=begin)
    stays = Q(withdrawn_at=None) | Q(withdrawn_at__gt=begin)
    rows = Access.objects.filter(ends, stays, municipality=municipality_id, from_at__lt=end, member__isnull=False)
    rows = rows.exclude(relation__in=_BY_FUNCTION)
    columns = rows.values_list("member_id", "case_id", "relation", "from_at", "until_at", "withdrawn_at").distinct()
    return tuple(
        Held(member, case, relation == Relation.BROKE_GLASS, since, min((each for each in over if each), default=None))
        for member, case, relation, since, *over in columns
        if member
    )
