"""The rows that wait to be repaired, and the lists that were read."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import Import, RepairRow
from houvast.intake.rules.mapping import Field
from houvast.intake.services.steps.load_row import cells_of, fields_seen
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import PAGE_SIZE


@dataclass(frozen=True, slots=True)
class RepairCell:
    """A cell of a row as it came; a column that the list did not have is empty."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class RepairLine:
    """A row that waits: where it stood, what is wrong, and the cells that the viewer may see and correct."""

    id: UUID
    row: int
    column: str
    reason: str
    read_at: datetime
    of_nobody: bool
    cells: tuple[RepairCell, ...]


@dataclass(frozen=True, slots=True)
class RepairList:
    """The oldest rows that wait, and how many there are."""

    lines: tuple[RepairLine, ...]
    waiting: int


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A list that was read, with its counts. `by` is "" for the command, which reads for a whole region."""

    id: UUID
    at: datetime
    by: str
    for_region: bool
    finished: bool
    read: int
    accepted: int
    already_known: int
    refused: int
    warnings: int


def repair_list(viewer: Viewer, *, size: int = PAGE_SIZE) -> RepairList:
    """Give the rows that wait, oldest list first, in two queries."""
    waiting = scopes.repair_rows(viewer).filter(state=RepairRow.State.WAITING)
    rows = waiting.select_related("key", "source_import").order_by("source_import__imported_at", "row", "id")
    return RepairList(tuple(_line(row, viewer) for row in rows[:size]), waiting.count())


def repair_line(viewer: Viewer, row_id: UUID) -> RepairLine:
    """Give one row. Raises `NotVisible`. Of a row that was handled no cell is left."""
    row = scopes.repair_rows(viewer).select_related("key", "source_import").filter(pk=row_id).first()
    if row is None:
        raise NotVisible
    return _line(row, viewer)


def _line(row: RepairRow, viewer: Viewer) -> RepairLine:
    seen = fields_seen(row, viewer)
    cells = cells_of(row, row.key) if row.key and row.content_sealed else {}
    return RepairLine(
        id=row.id,
        row=row.row,
        column=row.column,
        reason=row.reason,
        read_at=row.source_import.imported_at,
        of_nobody=row.municipality_id is None,
        cells=tuple(RepairCell(field, cells.get(field, "")) for field in Field if field in seen),
    )


def imports(viewer: Viewer, *, size: int = PAGE_SIZE) -> tuple[ImportLine, ...]:
    """Give the lists that were read, newest first, in one query."""
    rows = scopes.imports(viewer).select_related("imported_by").order_by("-imported_at", "id")
    return tuple(_import_line(row) for row in rows[:size])


def _import_line(row: Import) -> ImportLine:
    return ImportLine(
        id=row.id,
        at=row.imported_at,
        by=row.imported_by.name if row.imported_by else "",
        for_region=row.municipality_id is None,
        finished=row.finished_at is not None,
        read=row.read,
        accepted=row.accepted,
        already_known=row.already_known,
        refused=row.refused,
        warnings=row.warnings,
    )
