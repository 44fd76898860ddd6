"""The municipalities that work with Houvast, for what comes in for them, and the domains of who works there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.directory.models import MemberFunction, Municipality, Organisation
from houvast.directory.selectors import holds_at


@dataclass(frozen=True, slots=True)
class MunicipalOrganisation:
    """A municipality with its organisation; `spellings` are the other ways in which lists write its name."""

    municipality_id: UUID
    organisation_id: UUID
    name: str
    spellings: tuple[str, ...]


def municipal_organisations() -> tuple[MunicipalOrganisation, ...]:
    """Give every municipality that has an organisation, by name."""
    rows = Organisation.objects.filter(municipality__isnull=False).select_related("municipality")
    return tuple(
        MunicipalOrganisation(row.municipality.id, row.id, row.municipality.name, tuple(row.municipality.spellings))
        for row in rows.order_by("municipality__name")
        if row.municipality is not None
    )


def hold_municipality(municipality_id: UUID) -> None:
    """Let settings of a municipality be judged and written by one at a time, until the transaction is over.

    For a verb whose rule looks at other rows than the one that it writes; call it in its transaction, before it looks.
    """
    len(Municipality.objects.select_for_update(no_key=True).filter(pk=municipality_id))


def domains_of(member_ids: Collection[UUID], *, municipality_id: UUID | None, now: datetime) -> frozenset[str]:
    """Give the domains that these members work on now in a municipality."""
    return frozenset(_on_a_domain(member_ids, municipality_id, now).values_list("domain", flat=True))


def names_on_domain(
    domain: str, member_ids: Collection[UUID], *, municipality_id: UUID | None, now: datetime
) -> tuple[str, ...]:
    """Give the names of those of these members who work on a domain now in a municipality."""
    rows = _on_a_domain(member_ids, municipality_id, now).filter(domain=domain)
    return tuple(rows.order_by("member__name").values_list("member__name", flat=True).distinct())


def _on_a_domain(member_ids: Collection[UUID], municipality_id: UUID | None, now: datetime) -> QuerySet[MemberFunction]:
    return MemberFunction.objects.filter(
        holds_at(now),
        holds_at(now, "member__"),
        ~Q(domain=""),
        Q(member__organisation__municipality_id=municipality_id),
        member_id__in=member_ids,
    )
