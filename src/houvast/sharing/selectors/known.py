"""Questions whether somebody is known: who may ask, and those that were set aside for the privacy officer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery

from houvast.ave.vocabulary import ASSIGNED
from houvast.directory.selectors_elsewhere import functions_for
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import PAGE_SIZE
from houvast.sharing import scopes
from houvast.sharing.models import KnownJudgement, KnownQuestion

_OFTEN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SampledQuestion:
    """A question that was set aside: who asked it, in which function, for which purpose, and how it was answered.

    `often` counts what the same person asked in the thirty days up to it. About whom it was is not in it. `outcome` is
    None until somebody judged it.
    """

    id: UUID
    asker: str
    title: str
    organisation: str
    purpose: str
    hit: bool
    at: datetime
    often: int
    outcome: KnownJudgement.Outcome | None
    judged_by: str
    judged_at: datetime | None


def leading_functions(viewer: Viewer) -> frozenset[str]:
    """Give the functions that lead cases or processes where the viewer works."""
    return functions_for(viewer.municipality_id, ASSIGNED) if viewer.municipality_id else frozenset()


def sample(viewer: Viewer) -> tuple[SampledQuestion, ...]:
    """Give a privacy officer what was set aside in their municipality: what waits first, then the newest judged."""
    rows = _counted(scopes.questions_to_judge(viewer))
    order = (F("judgement__at").desc(nulls_first=True), "at", "id")
    return tuple(_sampled(row) for row in rows.order_by(*order)[:PAGE_SIZE])


def sampled(viewer: Viewer, question_id: UUID) -> SampledQuestion:
    """Give one of them. Raises `NotVisible`."""
    row = _counted(scopes.questions_to_judge(viewer)).filter(pk=question_id).first()
    if row is None:
        raise NotVisible
    return _sampled(row)


def questions_waiting(viewer: Viewer) -> int:
    """Count what waits for a privacy officer; for anybody else nothing, without a query."""
    if not viewer.is_privacy_officer:
        return 0
    return scopes.questions_to_judge(viewer).filter(judgement__isnull=True).count()


def _counted(rows: QuerySet[KnownQuestion]) -> QuerySet[KnownQuestion]:
    same = KnownQuestion.objects.filter(by_id=OuterRef("by_id"), at__lte=OuterRef("at"), at__gt=OuterRef("at") - _OFTEN)
    often = same.order_by().values("by_id").annotate(often=Count("pk")).values("often")
    return rows.annotate(often=Subquery(often, output_field=IntegerField())).select_related(
        "by", "organisation", "judgement__by"
    )


def _sampled(row: KnownQuestion) -> SampledQuestion:
    said: KnownJudgement | None = getattr(row, "judgement", None)
    return SampledQuestion(
        id=row.id,
        asker=row.by.name,
        title=row.title,
        organisation=row.organisation.name,
        purpose=row.purpose,
        hit=row.hit,
        at=row.at,
        often=int(getattr(row, "often", 0)),
        outcome=KnownJudgement.Outcome(said.outcome) if said else None,
        judged_by=said.by.name if said else "",
        judged_at=said.at if said else None,
    )
