"""Tailor-made help as pages show it: that of a case, one, and what waits for an answer or an outcome."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from houvast.directory.viewer import Viewer
from houvast.plans import scopes
from houvast.plans.models import TailorMade, TailorMadeDecision
from houvast.plans.rules.tailor_made import Brought, RefusalReason, TailorAnswer, TailorContent, Way, read
from houvast.plans.services.make_tailor_made import CONTENT_PLACE
from houvast.plans.services.record_tailor_made_outcome import OUTCOME_PLACE
from houvast.plans.services.steps.write_answer import WHY_PLACE
from houvast.vault.sealing import unseal

MOST_WAITING = 50


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What was decided, by whom, and on whose behalf ("" for their own)."""

    answer: TailorAnswer
    reason: RefusalReason | None
    cents: int
    why: str
    by: str
    on_behalf_of: str
    decided_on: date
    outcome_on: date | None


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What it brought and really cost, and who says so."""

    brought: Brought
    words: str
    cents: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TailorLine:
    """Tailor-made help with what became of it."""

    id: UUID
    case_id: UUID
    way: Way
    cents: int
    content: TailorContent
    decide_before: date | None
    asked_by: str
    asked_by_id: UUID
    at: datetime
    answer: AnswerLine | None
    outcome: OutcomeLine | None


@dataclass(frozen=True, slots=True)
class WaitingTailorMade:
    """That tailor-made help of a case waits on a day: for an answer, or for its outcome. No word of it."""

    id: UUID
    case_id: UUID
    cents: int
    asked_by: str
    asked_by_id: UUID
    day: date
    for_answer: bool


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[TailorLine, ...]:
    """Give the visible tailor-made help of a case, the newest first, in three queries."""
    return _lines(viewer, scopes.tailor_made(viewer, now=now).filter(case_id=case_id), now)


def one(viewer: Viewer, tailor_id: UUID, *, now: datetime) -> TailorLine | None:
    """Give visible tailor-made help, in three queries."""
    return next(iter(_lines(viewer, scopes.tailor_made(viewer, now=now).filter(pk=tailor_id), now)), None)


def waiting(
    viewer: Viewer, *, now: datetime, until: date, case_id: UUID | None = None
) -> tuple[WaitingTailorMade, ...]:
    """Give what waits for an answer, and what was granted whose outcome is asked until a day; in one query."""
    decided = TailorMadeDecision.objects.filter(tailor_made=OuterRef("pk"))
    told = scopes.tailor_made_outcomes(viewer, now=now).filter(tailor_made=OuterRef("pk"))
    asks = decided.filter(outcome_on__lte=until)
    rows = scopes.tailor_made(viewer, now=now).filter(~Exists(decided) | (Exists(asks) & ~Exists(told)))
    if case_id is not None:
        rows = rows.filter(case_id=case_id)
    found = rows.annotate(outcome_on=decided.values("outcome_on")[:1]).select_related("by").defer("content_sealed")
    return tuple(
        WaitingTailorMade(row.id, row.case_id, row.cents, row.by.name, row.by_id, day, row.outcome_on is None)
        for row in found.order_by("at", "id")[:MOST_WAITING]
        if (day := row.outcome_on or row.decide_before) is not None
    )


def _lines(viewer: Viewer, rows: QuerySet[TailorMade], now: datetime) -> tuple[TailorLine, ...]:
    found = list(rows.select_related("case__key", "by").order_by("-at", "-id"))
    ids = [row.id for row in found]
    answers, outcomes = _answers(viewer, ids, now), _outcomes(viewer, ids, now)
    return tuple(
        TailorLine(
            id=row.id,
            case_id=row.case_id,
            way=Way(row.way),
            cents=row.cents,
            content=read(unseal(row.case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}")),
            decide_before=row.decide_before,
            asked_by=row.by.name,
            asked_by_id=row.by_id,
            at=row.at,
            answer=answers.get(row.id),
            outcome=outcomes.get(row.id),
        )
        for row in found
    )


def _answers(viewer: Viewer, ids: Collection[UUID], now: datetime) -> dict[UUID, AnswerLine]:
    rows = scopes.tailor_made_decisions(viewer, now=now).filter(tailor_made_id__in=ids)
    return {
        row.tailor_made_id: AnswerLine(
            TailorAnswer(row.answer),
            RefusalReason(row.reason) if row.reason else None,
            row.granted_cents,
            unseal(row.case.key, row.why_sealed, place=f"{WHY_PLACE}:{row.id}"),
            row.by.name,
            row.on_behalf_of,
            row.decided_on,
            row.outcome_on,
        )
        for row in rows.select_related("case__key", "by")
    }


def _outcomes(viewer: Viewer, ids: Collection[UUID], now: datetime) -> dict[UUID, OutcomeLine]:
    rows = scopes.tailor_made_outcomes(viewer, now=now).filter(tailor_made_id__in=ids)
    return {
        row.tailor_made_id: OutcomeLine(
            Brought(row.brought),
            unseal(row.case.key, row.words_sealed, place=f"{OUTCOME_PLACE}:{row.id}"),
            row.spent_cents,
            row.by.name,
            row.at,
        )
        for row in rows.select_related("case__key", "by")
    }
