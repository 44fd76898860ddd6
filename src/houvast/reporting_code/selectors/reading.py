"""Reporting codes as pages show them: those of a case with their steps, one, and those that are open."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from houvast.directory.viewer import Viewer
from houvast.reporting_code import scopes
from houvast.reporting_code.models import ReportingCode, ReportingCodeStep
from houvast.reporting_code.rules.steps import CodeOutcome, CodeStep, Taken
from houvast.reporting_code.services.begin_reporting_code import WHY_PLACE
from houvast.reporting_code.services.record_reporting_step import WORDS_PLACE
from houvast.residents.rules.naming import full_name
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with what it says; `outcome` is None for all but the decision."""

    step: CodeStep
    on_date: date
    skipped: bool
    outcome: CodeOutcome | None
    reported_on: date | None
    urgent: bool
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A reporting code with its steps in the order in which they were recorded."""

    id: UUID
    case_id: UUID
    resident: str
    why: str
    begun_by_id: UUID
    begun_by: str
    begun_at: datetime
    steps: tuple[StepLine, ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """Give which steps there are."""
        return tuple(Taken(each.step, each.on_date) for each in self.steps)

    @property
    def is_open(self) -> bool:
        """Say whether nobody has decided yet."""
        return all(each.step is not CodeStep.DECIDE for each in self.steps)


@dataclass(frozen=True, slots=True)
class OpenCode:
    """That one is open, since when and who began it: no word of it, nor about whom."""

    id: UUID
    case_id: UUID
    begun_by_id: UUID
    begun_by: str
    begun_at: datetime


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[CodeLine, ...]:
    """Give those of a case, the newest first, in two queries."""
    return _lines(scopes.codes(viewer, now=now).filter(case_id=case_id))


def one(viewer: Viewer, code_id: UUID, *, now: datetime) -> CodeLine | None:
    """Give a visible one, in two queries."""
    return next(iter(_lines(scopes.codes(viewer, now=now).filter(pk=code_id))), None)


def open_codes(viewer: Viewer, *, now: datetime, most: int) -> tuple[OpenCode, ...]:
    """Give those that nobody has decided on yet, the longest open first, in one query."""
    decided = scopes.steps(viewer, now=now).filter(reporting_code_id=OuterRef("pk"), step=CodeStep.DECIDE)
    rows = scopes.codes(viewer, now=now).filter(~Exists(decided)).select_related("begun_by").defer("why_sealed")
    return tuple(
        OpenCode(row.id, row.case_id, row.begun_by_id, row.begun_by.name, row.begun_at)
        for row in rows.order_by("begun_at", "id")[:most]
    )


def _lines(rows: QuerySet[ReportingCode]) -> tuple[CodeLine, ...]:
    found = list(rows.select_related("case__key", "resident", "begun_by").order_by("-begun_at", "-id"))
    steps = _steps([row.id for row in found])
    return tuple(
        CodeLine(
            id=row.id,
            case_id=row.case_id,
            resident=full_name(row.resident.first_names, row.resident.surname_prefix, row.resident.surname),
            why=unseal(row.case.key, row.why_sealed, place=f"{WHY_PLACE}:{row.id}"),
            begun_by_id=row.begun_by_id,
            begun_by=row.begun_by.name,
            begun_at=row.begun_at,
            steps=tuple(_step(row, each) for each in steps[row.id]),
        )
        for row in found
    )


def _steps(code_ids: Collection[UUID]) -> dict[UUID, list[ReportingCodeStep]]:
    steps: dict[UUID, list[ReportingCodeStep]] = defaultdict(list)
    for row in scopes.steps_among(code_ids).select_related("by").order_by("number"):
        steps[row.reporting_code_id].append(row)
    return steps


def _step(code: ReportingCode, row: ReportingCodeStep) -> StepLine:
    return StepLine(
        step=CodeStep(row.step),
        on_date=row.on_date,
        skipped=row.skipped,
        outcome=CodeOutcome(row.outcome) if row.outcome else None,
        reported_on=row.reported_on,
        urgent=row.urgent,
        words=unseal(code.case.key, row.words_sealed, place=f"{WORDS_PLACE}:{row.id}"),
        by=row.by.name,
        at=row.at,
    )
