"""With whom something of a case can be shared: what somebody works on, and at what kind of organisation."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.models import Member, MemberFunction, Organisation
from houvast.directory.selectors import holds_at


@dataclass(frozen=True, slots=True)
class ReceivingMember:
    """Somebody who works in Houvast, with the kind of organisation and the domains of their functions."""

    id: UUID
    name: str
    organisation_id: UUID
    organisation: str
    kind: str
    domains: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReceivingOrganisation:
    """An organisation; `works_here` says that somebody of it works in Houvast."""

    id: UUID
    name: str
    kind: str
    works_here: bool


def receiving_member(member_id: UUID, *, now: datetime) -> ReceivingMember | None:
    """Give somebody who works in Houvast now, in two queries; None for anybody else."""
    row = Member.objects.filter(holds_at(now), pk=member_id).select_related("organisation").first()
    if row is None:
        return None
    held = MemberFunction.objects.filter(holds_at(now), member_id=member_id).exclude(domain="")
    domains = frozenset(held.values_list("domain", flat=True))
    return ReceivingMember(row.id, row.name, row.organisation_id, row.organisation.name, row.organisation.kind, domains)


def receiving_organisations(*, now: datetime) -> tuple[ReceivingOrganisation, ...]:
    """Give the partners, by name, in two queries; no municipality, where one shares with a person."""
    here = set(Member.objects.filter(holds_at(now)).values_list("organisation_id", flat=True))
    rows = Organisation.objects.filter(municipality=None).order_by("name", "id")
    return tuple(ReceivingOrganisation(row.id, row.name, row.kind, row.id in here) for row in rows)
