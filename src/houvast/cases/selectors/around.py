"""Who can do something in a case: its people, their network, and the organisations around them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.directory.viewer import Viewer
from houvast.residents.selectors import network


@dataclass(frozen=True, slots=True)
class CaseContact:
    """Somebody whom one calls at an organisation around a case, with the number of that contact itself."""

    id: UUID
    name: str
    role: str
    organisation: str
    phone: str


def is_resident_of(viewer: Viewer, case_id: UUID, resident_id: UUID, *, now: datetime) -> bool:
    """Say whether a case that the viewer sees is about this resident now."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    return rows.filter(resident_id=resident_id).exists()


def is_in_network_of(viewer: Viewer, case_id: UUID, network_member_id: UUID, *, now: datetime) -> bool:
    """Say whether somebody belongs to the network of the people of a case that the viewer sees."""
    rows = scopes.residents(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    known = network(list(rows.values_list("resident_id", flat=True)))
    return network_member_id in {each.id for each in known}


def is_around(viewer: Viewer, case_id: UUID, organisation_id: UUID, *, now: datetime) -> bool:
    """Say whether an organisation is around the people of a case that the viewer sees."""
    rows = scopes.organisations(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    return rows.filter(organisation_id=organisation_id).exists()


def contacts_at(viewer: Viewer, case_id: UUID, organisation_id: UUID, *, now: datetime) -> tuple[CaseContact, ...]:
    """Give the contacts at an organisation around a case that the viewer sees, by name, in one query."""
    rows = scopes.organisations(viewer, now=now).filter(case_id=case_id, until__isnull=True)
    found = rows.filter(organisation_id=organisation_id).select_related("organisation").order_by("contact_name", "id")
    return tuple(
        CaseContact(row.id, row.contact_name, row.contact_role, row.organisation.name, row.phone) for row in found
    )
