"""Limits as pages show them: those of a case, one, and those that ask for something soon."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import scopes
from houvast.plans.models import Limit
from houvast.plans.rules.limits import LimitContent, Measure, read
from houvast.plans.services.end_limit import END_PLACE
from houvast.plans.services.record_limit import LIMIT_PLACE
from houvast.plans.services.tell_of_limit import TOLD_PLACE
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class LimitLine:
    """A limit with what became of it. `told_on` is None while the resident does not know; then `tell_before` counts."""

    id: UUID
    case_id: UUID
    kind: Measure
    content: LimitContent
    starts_on: date
    ends_on: date
    told_on: date | None
    told: str
    tell_before: date | None
    ended_on: date | None
    why_ended: str
    by: str

    def holds(self, today: date) -> bool:
        """Say whether it still limits somebody, today or later."""
        return self.ended_on is None and self.ends_on >= today


@dataclass(frozen=True, slots=True)
class NearLimit:
    """That a limit of a case asks for something on a day: it ends, or the resident must be told. No word of it."""

    case_id: UUID
    kind: Measure
    day: date
    is_end: bool


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[LimitLine, ...]:
    """Give the limits of a case, those that hold first and by last day, in three queries."""
    rows = scopes.limits(viewer, now=now).filter(case_id=case_id)
    lines, today = _lines(viewer, rows, now), in_amsterdam(now).date()
    return tuple(sorted(lines, key=lambda each: (not each.holds(today), each.ends_on)))


def one(viewer: Viewer, limit_id: UUID, *, now: datetime) -> LimitLine | None:
    """Give a visible limit, in three queries."""
    return next(iter(_lines(viewer, scopes.limits(viewer, now=now).filter(pk=limit_id), now)), None)


def near(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime, until: date) -> tuple[NearLimit, ...]:
    """Give what limits ask for until a day, in cases that the viewer leads, in one query."""
    knows = Exists(scopes.limits_told(viewer, now=now).filter(limit_id=OuterRef("pk")))
    ended = Exists(scopes.limit_ends(viewer, now=now).filter(limit_id=OuterRef("pk")))
    rows = scopes.limits(viewer, now=now).filter(case_id__in=case_ids, ends_on__gte=in_amsterdam(now).date())
    found = []
    for row in rows.filter(~ended).annotate(knows=knows).defer("content_sealed").order_by("ends_on", "id"):
        if row.ends_on <= until:
            found.append(NearLimit(row.case_id, Measure(row.kind), row.ends_on, is_end=True))
        if row.tell_before is not None and row.tell_before <= until and not row.knows:
            found.append(NearLimit(row.case_id, Measure(row.kind), row.tell_before, is_end=False))
    return tuple(found)


def sees_care(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether the viewer may see that there is care in a case, and so record compulsory care."""
    return scopes.sees_care(viewer, case_id, now=now)


def _lines(viewer: Viewer, rows: QuerySet[Limit], now: datetime) -> list[LimitLine]:
    found = list(rows.select_related("case__key", "by").order_by("at", "id"))
    ids = [row.id for row in found]
    ends = {end.limit_id: end for end in scopes.limit_ends(viewer, now=now).filter(limit_id__in=ids)}
    told = {each.limit_id: each for each in scopes.limits_told(viewer, now=now).filter(limit_id__in=ids)}
    lines = []
    for row in found:
        key, end, later = row.case.key, ends.get(row.id), told.get(row.id)
        content = read(unseal(key, row.content_sealed, place=f"{LIMIT_PLACE}:{row.id}"))
        lines.append(
            LimitLine(
                id=row.id,
                case_id=row.case_id,
                kind=Measure(row.kind),
                content=content,
                starts_on=row.starts_on,
                ends_on=row.ends_on,
                told_on=later.told_on if later else row.told_on,
                told=unseal(key, later.words_sealed, place=f"{TOLD_PLACE}:{later.id}") if later else content.told,
                tell_before=row.tell_before,
                ended_on=end.ended_on if end else None,
                why_ended=unseal(key, end.why_sealed, place=f"{END_PLACE}:{end.id}") if end else "",
                by=row.by.name,
            )
        )
    return lines
