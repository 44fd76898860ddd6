"""Who may hold a seat as the resident or as somebody of the network: only people of the case itself."""

from collections.abc import Collection
from uuid import UUID

from houvast.cases.models import CaseResident
from houvast.cases.rules.opening import Choice
from houvast.residents.scopes import network_of

NOT_OF_CASE = "Kies een inwoner van deze casus, of iemand uit het netwerk van die inwoner."


def residents_now(case_id: UUID) -> frozenset[UUID]:
    """Give the residents whom a case is about now."""
    rows = CaseResident.objects.filter(case_id=case_id, until__isnull=True)
    return frozenset(rows.values_list("resident_id", flat=True))


def grown_ups_now(case_id: UUID) -> frozenset[UUID]:
    """Give the grown-ups whom a case is about now."""
    rows = CaseResident.objects.filter(case_id=case_id, until__isnull=True, is_child=False)
    return frozenset(rows.values_list("resident_id", flat=True))


def is_of_case(choice: Choice, resident_ids: Collection[UUID]) -> bool:
    """Say whether the resident or network member of a choice, if any, belongs to these residents."""
    if choice.resident_id is not None:
        return choice.resident_id in resident_ids
    if choice.network_member_id is not None:
        return network_of(resident_ids).filter(pk=choice.network_member_id).exists()
    return True
