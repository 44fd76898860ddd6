"""Safety houses (Zorg- en Veiligheidshuizen): whether somebody of one works in Houvast; and who works at partners."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.directory.models import Member, Municipality, Organisation
from houvast.directory.selectors import NamedId, holds_at


@dataclass(frozen=True, slots=True)
class House:
    """A safety house. `works_here` says that somebody of it works in Houvast now; else it is outside."""

    id: UUID
    name: str
    region: str
    phone: str
    works_here: bool


def houses_for(municipality_id: UUID, *, now: datetime) -> dict[UUID, House]:
    """Give the houses that a municipality may refer to, by id: those of its region, and those that work everywhere."""
    near = Q(region="") | Q(region__in=Municipality.objects.filter(pk=municipality_id).values("region"))
    return _houses(near, now)


def houses_of(organisation_id: UUID, *, now: datetime) -> dict[UUID, House]:
    """Give the house that this organisation is, by id; nothing when it is none."""
    return _houses(Q(pk=organisation_id), now)


def region_of(municipality_id: UUID | None) -> str:
    """Give the region of a municipality; "" for none."""
    rows = Municipality.objects.filter(pk__in=[municipality_id] if municipality_id else [])
    return rows.values_list("region", flat=True).first() or ""


def partner_workers(*, now: datetime) -> tuple[NamedId, ...]:
    """Give who works at any partner now, by name; nobody of a municipality."""
    rows = Member.objects.filter(holds_at(now), organisation__municipality=None).select_related("organisation")
    return tuple(NamedId(each.id, f"{each.name}, {each.organisation.name}") for each in rows.order_by("name", "id"))


def _houses(which: Q, now: datetime) -> dict[UUID, House]:
    """Give houses by id, those where somebody works in Houvast first, then by name; in two queries."""
    rows = list(Organisation.objects.filter(which, kind=Organisation.Kind.SAFETY_HOUSE).order_by("name"))
    working = Member.objects.filter(holds_at(now), organisation__in=rows).values_list("organisation_id", flat=True)
    here = set(working)
    rows.sort(key=lambda row: row.id not in here)
    return {row.id: House(row.id, row.name, row.region, row.phone, row.id in here) for row in rows}
