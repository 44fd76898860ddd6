"""How often somebody looked again at the phase of a case, and when the next time is."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from houvast.cases import scopes
from houvast.cases.models import Case, PhaseReview
from houvast.cases.services.review_phase import WEIGHED_PLACE, WHY_NOT_PLACE
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal

_NEXT, _LOOKED = "newest_review_on", "newest_reviewed_at"


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """What was weighed the last time, and why the resident was not asked ("" when they were)."""

    reviewed_by: str
    reviewed_at: datetime
    weighed: str
    why_not_asked: str


def with_newest_review(rows: QuerySet[Case]) -> QuerySet[Case]:
    """Read with each case the newest review of the period that it is in now; in the same query."""
    newest = PhaseReview.objects.filter(period_id=OuterRef("phase_period_id")).order_by("-reviewed_at", "-id")
    day, moment = newest.values("review_on")[:1], newest.values("reviewed_at")[:1]
    return rows.annotate(**{_NEXT: Subquery(day), _LOOKED: Subquery(moment)})


def review_day(case: Case) -> date | None:
    """Give the day on which somebody looks again at the phase: by the newest review, else by the model."""
    day: date | None = getattr(case, _NEXT)
    return day or case.phase_period.review_on


def looked_at(case: Case) -> datetime:
    """Give when somebody looked at the phase last: at the newest review, else when the period began."""
    moment: datetime | None = getattr(case, _LOOKED)
    return moment or case.phase_period.since


def last_review(viewer: Viewer, period_id: UUID, *, now: datetime) -> ReviewLine | None:
    """Give the newest review of a period with its texts, for who may see decisions; None when there is none."""
    rows = scopes.reviews(viewer, now=now).filter(period_id=period_id).select_related("reviewed_by", "case__key")
    row = rows.order_by("-reviewed_at", "-id").first()
    if row is None:
        return None

    def text(sealed: bytes | memoryview, place: str) -> str:
        return unseal(row.case.key, sealed, place=f"{place}:{row.id}")

    weighed = text(row.weighed_sealed, WEIGHED_PLACE)
    return ReviewLine(row.reviewed_by.name, row.reviewed_at, weighed, text(row.why_not_asked_sealed, WHY_NOT_PLACE))
