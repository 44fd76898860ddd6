"""Who can do something in a case: its people, their network, and the organisations around them."""

from datetime import datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.directory.viewer import Viewer
from houvast.residents.selectors import network


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
