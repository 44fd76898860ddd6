"""Correct a row that could not be used: it becomes a concern, as if it had come so."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from houvast.intake import events
from houvast.intake.models import Concern, RepairRow
from houvast.intake.rules.mapping import Field, MappedRow
from houvast.intake.rules.row import AcceptedRow, RefusedRow, judge
from houvast.intake.services.steps.destinations import Destinations
from houvast.intake.services.steps.file_rows import file_new
from houvast.intake.services.steps.filed_concerns import FiledConcerns
from houvast.intake.services.steps.load_row import LoadedRow, acting_on_row, fields_seen
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.services.destroy_key import destroy_key


def correct_row(*, actor: Actor, now: datetime, row_id: UUID, cells: Mapping[Field, str]) -> UUID | None:
    """Put other text in cells of a row and file it; gives the concern, or None when it was known already.

    Cells that are not given stay as they came. The content of the row is emptied: the concern holds it from now on.
    Raises `NotVisible`, `Refused`, `Conflict`, or `Invalid` with a message at each field (by the name of the field).
    """
    with acting_on_row(events.ROW_CORRECTED, actor=actor, now=now, row_id=row_id) as loaded:
        destinations = Destinations.load(loaded.row.municipality_id)
        accepted = _judge(loaded, cells, destinations, now)
        to = destinations.lock({accepted.municipality})
        known = FiledConcerns(loaded.row.municipality_id)
        known.load([accepted])
        filed: list[Concern] = file_new([accepted], to, now=now) if known.add(accepted) else []
        _finish(loaded, now)
        concern_id = filed[0].id if filed else None
        loaded.acting.details = {"fields": sorted(cells), "known": concern_id is None}
        return concern_id


def _judge(loaded: LoadedRow, cells: Mapping[Field, str], destinations: Destinations, now: datetime) -> AcceptedRow:
    hidden = cells.keys() - fields_seen(loaded.row, loaded.viewer)
    if hidden:
        raise Invalid({field.value: "Dit veld kunt u hier niet wijzigen." for field in sorted(hidden)})
    values = {**loaded.cells, **cells}
    mapped = MappedRow(loaded.row.row, values, {field: field.value for field in Field})
    judged = judge(mapped, destinations.municipalities, in_amsterdam(now).date())
    if isinstance(judged, RefusedRow):
        raise Invalid({finding.column: finding.reason for finding in judged.reasons})
    return judged


def _finish(loaded: LoadedRow, now: datetime) -> None:
    row = loaded.row
    row.state, row.handled_by_id, row.handled_at = RepairRow.State.CORRECTED, loaded.viewer.member_id, now
    row.content_sealed, row.key = b"", None
    row.save(update_fields=["state", "handled_by", "handled_at", "content_sealed", "key"])
    destroy_key(loaded.key, now=now)
