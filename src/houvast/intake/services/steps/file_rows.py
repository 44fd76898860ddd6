"""File the rows of a list: what is new becomes a concern, what cannot be used waits to be repaired."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from houvast.intake.defaults import LIST_STEPS, LIST_URGENCY
from houvast.intake.models import Concern, RepairRow
from houvast.intake.rules.mapping import Field
from houvast.intake.rules.row import AcceptedRow, RefusedRow
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.steps.destinations import Destinations
from houvast.intake.services.steps.file_concern import Destination, NewRecord, build, identity_of
from houvast.intake.services.steps.keyed_hash import stored_hashes
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal
from houvast.vault.services.create_key import create_key

CONTENT_PLACE = "intake_repairrow.content"
_LONGEST_COLUMN = 80


def file_new(rows: Iterable[AcceptedRow], to: Mapping[str, Destination], *, now: datetime) -> list[Concern]:
    """File the rows as concerns, each in the municipality that it names."""
    urgencies = {name: settings_of(place.municipality_id).urgencies[LIST_URGENCY] for name, place in to.items()}
    return Concern.objects.bulk_create(
        build(_record(row), to[row.municipality], within=urgencies[row.municipality], now=now) for row in rows
    )


def _record(row: AcceptedRow) -> NewRecord:
    return NewRecord(
        identity=identity_of(row),
        person=row.person,
        reported_on=row.reported_on,
        incident=row.incident,
        reported_time=row.reported_at,
        text=row.notes,
    )


def municipality_of(row: RefusedRow, destinations: Destinations) -> str | None:
    """Give the municipality that a refused row names, or None when it names none that we know."""
    return destinations.named(row.values.get(Field.MUNICIPALITY, ""))


def is_ours(row: RefusedRow, destinations: Destinations) -> bool:
    """Whether a refused row is kept: a row of another municipality than the reader's own is not."""
    named = municipality_of(row, destinations)
    return destinations.own is None or named in (None, destinations.municipalities.own)


def keep_refused(
    rows: Iterable[RefusedRow],
    destinations: Destinations,
    to: Mapping[str, Destination],
    *,
    import_id: UUID,
    now: datetime,
) -> None:
    """Keep the rows until somebody repairs them. A row that was kept before, in whatever list, is not kept twice."""
    wanted: dict[tuple[str, ...], tuple[RefusedRow, Destination | None]] = {}
    for row in rows:
        if is_ours(row, destinations):
            name = municipality_of(row, destinations)
            place = to.get(name or "") or to.get(destinations.municipalities.own or "")
            wanted.setdefault(_fingerprints(row, place), (row, place))
    possible = {each for fingerprints in wanted for each in fingerprints}
    kept = set(RepairRow.objects.filter(fingerprint__in=possible).values_list("fingerprint", flat=True))
    for fingerprints, (row, place) in wanted.items():
        if kept.isdisjoint(fingerprints):
            _repair_row(row, place, fingerprints[0], import_id, now).save(force_insert=True)


def _fingerprints(row: RefusedRow, to: Destination | None) -> tuple[str, ...]:
    """Give every fingerprint that may be stored of a row, that of now first."""
    return stored_hashes("repair_row", str(to.municipality_id) if to else "", _content(row))


def _content(row: RefusedRow) -> str:
    return json.dumps({field.value: text for field, text in row.values.items()}, sort_keys=True)


def _repair_row(row: RefusedRow, to: Destination | None, fingerprint: str, import_id: UUID, now: datetime) -> RepairRow:
    key, row_id, finding = create_key(now=now), new_id(), row.reasons[0]
    return RepairRow(
        id=row_id,
        source_import_id=import_id,
        municipality_id=to.municipality_id if to else None,
        point_id=to.point_id if to else None,
        key=key,
        row=finding.row,
        column=finding.column[:_LONGEST_COLUMN],
        reason=finding.reason,
        content_sealed=seal(key, _content(row), place=f"{CONTENT_PLACE}:{row_id}"),
        fingerprint=fingerprint,
        ground=to.steps[0] if to else LIST_STEPS[0],
        retention_from=in_amsterdam(now).date(),
    )
