"""What retention asks of cases: which were closed, where their clocks start, and who is in no other case."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Max, Q

from houvast.cases.models import Bystander, Case, CaseResident, Note, PhasePeriod
from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.selectors import still_kept

Starts = dict[UUID, list[ClockStart]]


@dataclass(frozen=True, slots=True)
class ClosedCase:
    """A closed case whose content is still there."""

    id: UUID
    code: str
    closed_at: datetime
    domain: str


def closed_cases(stretch: Stretch) -> list[ClosedCase]:
    """Give the cases that were closed and not erased, the longest closed first."""
    closed = Case.objects.filter(municipality_id=stretch.municipality_id, phase_period__state=PhasePeriod.State.CLOSED)
    rows = still_kept(closed, stretch, since="phase_period__since", by_moment=True)
    return [ClosedCase(*row) for row in rows.values_list("pk", "code", "phase_period__since", "domain")]


def partner_notes(stretch: Stretch) -> list[Kept]:
    """Give notes of partners, which have a key of their own and may go before their case."""
    rows = still_kept(Note.objects.filter(municipality_id=stretch.municipality_id), stretch, since="retention_from")
    columns = ("pk", "case__code", "ground", "organisation_id", "retention_from")
    return [
        Kept(pk, on, [ClockStart(RecordKind.NOTE, ground, organisation_id, on)], code)
        for pk, code, ground, organisation_id, on in rows.values_list(*columns)
    ]


def note_starts(case_ids: Collection[UUID]) -> Starts:
    """Give where the clocks of the notes of cases start, of those that are still there, and of who lives near."""
    rows = Note.objects.filter(case_id__in=case_ids).filter(Q(key=None) | Q(key__destroyed_at=None))
    grouped = rows.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    around = Bystander.objects.filter(case_id__in=case_ids)
    near = around.values_list("case_id", "ground", "organisation_id").annotate(Max("retention_from"))
    starts: Starts = defaultdict(list)
    for case_id, ground, organisation_id, last in (*grouped, *near):
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


def in_no_case(resident_ids: Collection[UUID]) -> frozenset[UUID]:
    """Give who of these is, and was, in no case that is still there."""
    rows = CaseResident.objects.filter(resident_id__in=resident_ids, case__key__destroyed_at=None)
    return frozenset(resident_ids) - frozenset(rows.values_list("resident_id", flat=True))
