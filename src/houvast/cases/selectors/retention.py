"""What retention asks of cases: which were closed, where their clocks start, and who is in no other case."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q

from houvast.cases.models import Case, CaseResident, Note, PhasePeriod
from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.kernel.working_time import in_amsterdam

Starts = dict[UUID, list[ClockStart]]


@dataclass(frozen=True, slots=True)
class ClosedCase:
    """A closed case whose content is still there."""

    id: UUID
    code: str
    closed_at: datetime
    domain: str


@dataclass(frozen=True, slots=True)
class PartnerNote:
    """A note of a partner, which has a key of its own; its content is still there."""

    id: UUID
    case_id: UUID
    code: str
    ground: str
    organisation_id: UUID
    retention_from: date


def closed_cases(
    municipality_id: UUID,
    *,
    before: datetime,
    after: tuple[datetime, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[ClosedCase]:
    """Give the cases that were closed at or before a moment and not erased, the longest closed first; or `only` one."""
    rows = Case.objects.filter(
        municipality_id=municipality_id,
        phase_period__state=PhasePeriod.State.CLOSED,
        phase_period__since__lte=before,
        key__destroyed_at=None,
    )
    if only is not None:
        rows = rows.filter(pk=only)
    if after is not None:
        rows = rows.filter(Q(phase_period__since__gt=after[0]) | Q(phase_period__since=after[0], pk__gt=after[1]))
    found = rows.order_by("phase_period__since", "pk").values_list("pk", "code", "phase_period__since", "domain")
    return [ClosedCase(*row) for row in (found[:size] if size else found)]


def partner_notes(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[PartnerNote]:
    """Give notes of partners whose clock started before a day, the oldest first; or `only` one."""
    rows = Note.objects.filter(municipality_id=municipality_id, retention_from__lt=before)
    rows = rows.exclude(key=None).filter(key__destroyed_at=None)
    if only is not None:
        rows = rows.filter(pk=only)
    if after is not None:
        rows = rows.filter(Q(retention_from__gt=after[0]) | Q(retention_from=after[0], pk__gt=after[1]))
    columns = ("pk", "case_id", "case__code", "ground", "organisation_id", "retention_from")
    found = rows.order_by("retention_from", "pk").values_list(*columns)
    return [PartnerNote(*row) for row in (found[:size] if size else found)]


def note_starts(case_ids: Collection[UUID]) -> Starts:
    """Give where the clocks of the notes of cases start: of those that are still there."""
    rows = Note.objects.filter(case_id__in=case_ids).filter(Q(key=None) | Q(key__destroyed_at=None))
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    starts: Starts = defaultdict(list)
    for case_id, ground, organisation_id, last in grouped:
        starts[case_id].append(ClockStart(RecordKind.NOTE, ground, organisation_id, last))
    return starts


def closed_on(case: ClosedCase) -> date:
    """Give the day on which a case was closed."""
    return in_amsterdam(case.closed_at).date()


def alone_in(case_ids: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
    """Give for each case who is or was in it and in no other case that is still there; in one query."""
    here = CaseResident.objects.filter(case_id__in=case_ids).values("resident_id")
    rows = CaseResident.objects.filter(resident_id__in=here, case__key__destroyed_at=None)
    cases: dict[UUID, set[UUID]] = defaultdict(set)
    for resident_id, case_id in rows.values_list("resident_id", "case_id"):
        cases[resident_id].add(case_id)
    return {
        case_id: frozenset(resident for resident, among in cases.items() if among == {case_id}) for case_id in case_ids
    }
