"""Read a police list: its usable rows become concerns, the others wait to be repaired."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TypeVar
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events, policy
from houvast.intake.models import Import
from houvast.intake.rules.mapping import ColumnMapping
from houvast.intake.rules.reading import SortedRows, read_list, sort_rows
from houvast.intake.rules.report import Report
from houvast.intake.rules.row import AcceptedRow, RefusedRow
from houvast.intake.rules.source import SourceError
from houvast.intake.selectors.settings import columns_of
from houvast.intake.services.steps.destinations import Destinations
from houvast.intake.services.steps.file_concern import Destination
from houvast.intake.services.steps.file_rows import file_new, is_ours, keep_refused, municipality_of
from houvast.intake.services.steps.filed_concerns import FiledConcerns
from houvast.intake.services.steps.load_viewer import load_viewer
from houvast.kernel.actor import Actor, system
from houvast.kernel.errors import Invalid, Refused
from houvast.kernel.working_time import in_amsterdam

LIST_READER = system("import-e33")
ROWS_AT_ONCE = 200

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class _Reading:
    """An import under way: who reads, where the rows go and what is counted so far."""

    actor: Actor
    now: datetime
    destinations: Destinations
    report: Report

    @property
    def own(self) -> UUID | None:
        return self.destinations.own


def import_list(
    *,
    actor: Actor,
    now: datetime,
    content: bytes,
    mapping: ColumnMapping | None = None,
    dry_run: bool = False,
) -> Report:
    """Read a list and give its report; with `dry_run` nothing is written and the numbers are the same.

    A person reads for their own municipality, the command (`LIST_READER`) for all of them. `mapping` says how the
    columns are called; without it what the municipality set holds, and for the command what all of them set together.
    The rows are filed in parts, each in a transaction of its own; when the reading is broken off, reading the list
    again completes it.
    Raises `Refused`, or `Invalid` at "file" when the file as a whole cannot be read.
    """
    own = _own_municipality(actor, now)
    reading = _Reading(actor, now, Destinations.load(own), Report())
    today = in_amsterdam(now).date()
    try:
        columns = columns_of(own) if mapping is None else mapping
        rows = read_list(content, columns, reading.destinations.municipalities, today)
    except SourceError as unreadable:
        raise Invalid({"file": str(unreadable)}) from unreadable
    if dry_run:
        _preview(reading, rows)
    else:
        _file(reading, rows, hashlib.sha256(content).hexdigest())
    return reading.report


def _own_municipality(actor: Actor, now: datetime) -> UUID | None:
    """Give the municipality that a person reads for, None for the command. A refusal is put on record."""
    if actor == LIST_READER:
        return None
    try:
        viewer = load_viewer(actor, now=now)
        verdict, own = policy.may_import(viewer), viewer.municipality_id
    except Refused as refusal:
        verdict, own = refusal.verdict, None
    if not verdict.allowed:
        with act(events.IMPORT_BEGUN, actor=actor, now=now, municipality=own):
            raise Refused(verdict)
    return own


def _preview(reading: _Reading, rows: Iterator[AcceptedRow | RefusedRow]) -> None:
    known = FiledConcerns(reading.own)
    for part in _parts(rows):
        known.load([row for row in part if isinstance(row, AcceptedRow)])
        sort_rows(part, known, reading.report)


def _file(reading: _Reading, rows: Iterator[AcceptedRow | RefusedRow], digest: str) -> None:
    started = Import(
        municipality_id=reading.own, imported_by_id=reading.actor.member_id, imported_at=reading.now, digest=digest
    )
    with act(events.IMPORT_BEGUN, actor=reading.actor, now=reading.now, municipality=reading.own) as acting:
        started.save(force_insert=True)
        acting.subject, acting.subject_id = "import", started.id
    for part in _parts(rows):
        with act(events.ROWS_IMPORTED, actor=reading.actor, now=reading.now, municipality=reading.own) as acting:
            _file_part(reading, part, started)
            acting.subject, acting.subject_id = "import", started.id
            acting.details = {"first_row": part[0].number, "last_row": part[-1].number}
    with act(events.LIST_IMPORTED, actor=reading.actor, now=reading.now, municipality=reading.own) as acting:
        started.finished_at = reading.now
        started.save(update_fields=["finished_at"])
        acting.subject, acting.subject_id = "import", started.id
        acting.details = {"read": started.read, "accepted": started.accepted, "refused": started.refused}


def _file_part(reading: _Reading, part: list[AcceptedRow | RefusedRow], started: Import) -> None:
    accepted = [row for row in part if isinstance(row, AcceptedRow)]
    to = reading.destinations.lock(_named(part, reading.destinations))
    known = FiledConcerns(reading.own)
    known.load(accepted)
    found = sort_rows(part, known, reading.report)
    file_new(found.new, to, now=reading.now)
    keep_refused(found.refused, reading.destinations, to, import_id=started.id, now=reading.now)
    _count(started, reading.report)
    if reading.own is None:
        _tell(reading, found, to, started.id)


def _tell(reading: _Reading, found: SortedRows, to: Mapping[str, Destination], import_id: UUID) -> None:
    """Put in the log of each municipality what it got from a list that was read in for all of them."""
    new = Counter(row.municipality for row in found.new)
    refused = Counter(municipality_of(row, reading.destinations) for row in found.refused)
    for name in sorted(to.keys() & (new.keys() | refused.keys())):
        place = to[name].municipality_id
        with act(events.ROWS_RECEIVED, actor=reading.actor, now=reading.now, municipality=place) as acting:
            acting.subject, acting.subject_id = "import", import_id
            acting.details = {"accepted": new[name], "refused": refused[name]}


def _named(part: list[AcceptedRow | RefusedRow], destinations: Destinations) -> set[str]:
    """Give the municipalities to which these rows go."""
    named = {row.municipality for row in part if isinstance(row, AcceptedRow)}
    for row in part:
        if isinstance(row, RefusedRow) and is_ours(row, destinations):
            named.add(municipality_of(row, destinations) or destinations.municipalities.own or "")
    return named - {""}


def _count(started: Import, report: Report) -> None:
    started.read, started.accepted, started.already_known = report.read, report.accepted, report.already_known
    started.refused, started.warnings = len(report.refused), len(report.warnings)
    started.save(update_fields=["read", "accepted", "already_known", "refused", "warnings"])


def _parts(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while part := list(islice(rows, ROWS_AT_ONCE)):
        yield part
