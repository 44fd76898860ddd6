"""Tables with which something of a case can be shared: who sits there now."""

from dataclasses import dataclass
from uuid import UUID

from houvast.consultation.models import ConsultationTable, TableMember


@dataclass(frozen=True, slots=True)
class ReceivingTable:
    """A table in use, with the people who sit there now by name; an organisation without a person is not among them."""

    id: UUID
    name: str
    kind: str
    member_ids: frozenset[UUID]


def receiving_tables(municipality_id: UUID) -> tuple[ReceivingTable, ...]:
    """Give the tables of a municipality that are in use, by name, in two queries. It says nothing of any case."""
    rows = list(ConsultationTable.objects.filter(municipality_id=municipality_id, active=True).order_by("name"))
    places = TableMember.objects.filter(table__in=rows, until__isnull=True, member__isnull=False)
    found: dict[UUID, set[UUID]] = {}
    for table_id, member_id in places.values_list("table_id", "member_id"):
        if member_id is not None:
            found.setdefault(table_id, set()).add(member_id)
    return tuple(
        ReceivingTable(row.id, row.name, row.kind, frozenset(found.get(row.id, set()) | {row.chair_id})) for row in rows
    )
