"""Who opened how many cases, from the log; and the alarms of a municipality for its privacy officer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, QuerySet
from django.db.models.functions import TruncDate

from houvast.accountability import scopes
from houvast.accountability.models import Alarm, AlarmAnswer
from houvast.audit import scopes as of_log
from houvast.audit.models import Entry
from houvast.audit.services.act import READ
from houvast.cases.events import CASE_READ
from houvast.directory.selectors_log import posts_of, title_at
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import PAGE_SIZE
from houvast.kernel.working_time import AMSTERDAM, day_begins

_CASES = Count("case", distinct=True)


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """Who opened how many cases on a day, what that person usually opens, and what came of it.

    `usual` is None when it was not known; `outcome` until somebody said it.
    """

    id: UUID
    member_id: UUID
    member: str
    title: str
    organisation: str
    day: date
    cases: int
    usual: int | None
    threshold: int
    at: datetime
    outcome: AlarmAnswer.Outcome | None
    answered_by: str
    answered_at: datetime | None


def opened_on(municipality_id: UUID, day: date, *, least: int) -> dict[UUID, int]:
    """Give who opened at least so many cases of a municipality on a day, by member, in one query over that day."""
    counted = _opened(municipality_id, day, day + timedelta(days=1)).values("actor_member").annotate(cases=_CASES)
    rows = counted.filter(cases__gte=least).order_by("actor_member").values_list("actor_member", "cases")
    return {member_id: cases for member_id, cases in rows if member_id}


def opened_before(municipality_id: UUID, member_id: UUID, first: date, day: date) -> list[tuple[date, int]]:
    """Give how many cases a member opened on each day from one day on and before another, in one query."""
    own = _opened(municipality_id, first, day).filter(actor_member=member_id)
    by_day = own.annotate(on=TruncDate("at", tzinfo=AMSTERDAM)).values("on").annotate(cases=_CASES)
    return list(by_day.order_by("on").values_list("on", "cases"))


def _opened(municipality_id: UUID, first: date, end: date) -> QuerySet[Entry]:
    rows = of_log.entries(municipality_id).filter(at__gte=day_begins(first), at__lt=day_begins(end))
    return rows.filter(event=CASE_READ.code, outcome=READ, case__isnull=False, actor_member__isnull=False)


def alarms(viewer: Viewer, *, waiting: bool = False) -> tuple[AlarmLine, ...]:
    """Give them: what waits first, then the newest. `waiting`: only what waits; for others without a query."""
    if not viewer.is_privacy_officer:
        return ()
    rows = scopes.alarms(viewer).filter(answer__isnull=True) if waiting else scopes.alarms(viewer)
    return _lines(rows.order_by(F("answer__at").desc(nulls_first=True), "-at", "id")[:PAGE_SIZE])


def alarm(viewer: Viewer, alarm_id: UUID) -> AlarmLine:
    """Give one. Raises `NotVisible`."""
    found = _lines(scopes.alarms(viewer).filter(pk=alarm_id))
    if not found:
        raise NotVisible
    return found[0]


def _lines(rows: QuerySet[Alarm]) -> tuple[AlarmLine, ...]:
    found = list(rows.select_related("member__organisation", "answer__by"))
    posts = posts_of({row.member_id for row in found})
    return tuple(_line(row, title_at(posts.get(row.member_id, ()), row.at)) for row in found)


def _line(row: Alarm, title: str) -> AlarmLine:
    said: AlarmAnswer | None = getattr(row, "answer", None)
    return AlarmLine(
        id=row.id,
        member_id=row.member_id,
        member=row.member.name,
        title=title,
        organisation=row.member.organisation.name,
        day=row.day,
        cases=row.cases,
        usual=row.usual,
        threshold=row.threshold,
        at=row.at,
        outcome=AlarmAnswer.Outcome(said.outcome) if said else None,
        answered_by=said.by.name if said else "",
        answered_at=said.at if said else None,
    )
