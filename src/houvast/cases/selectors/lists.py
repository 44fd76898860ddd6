"""The list of cases: filters by code, pages by key, always the same number of queries."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.ave.model import Phase
from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import Case, PhasePeriod, Seat
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.seats import SeatState
from houvast.cases.selectors.reviews import review_day, with_newest_review
from houvast.directory.selectors import models_by_id
from houvast.directory.viewer import Viewer
from houvast.kernel.paging import PAGE_SIZE, Page, moment_key, read_moment_key


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What to show: codes only, so that an address never holds a name. Empty means all."""

    phase: int | None = None
    state: str = PhasePeriod.State.OPEN.value
    vacant: str = ""
    mine: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case as a list shows it."""

    id: UUID
    code: str
    name: str
    phase: Phase
    is_closed: bool
    director: str
    director_state: SeatState
    process_director: str
    process_state: SeatState
    since: datetime
    review_on: date | None
    opened_at: datetime


_JOINS = ("phase_period", "case_direction__member", "process_direction__member")
_NEWEST = ("-opened_at", "-id")


def case_list(
    viewer: Viewer, wanted: CaseFilter, *, now: datetime, after: str = "", size: int = PAGE_SIZE
) -> Page[CaseLine]:
    """Give a page of visible cases, newest first: three queries, whatever the number of rows."""
    rows = _filtered(scopes.cases(viewer, part=Part.BAND, now=now), viewer, wanted)
    found = _whole(list(_after(rows, after).order_by(*_NEWEST).values_list("pk", flat=True)[: size + 1]))
    models = models_by_id({case.adopted_model_id for case in found})
    lines = tuple(_line(case, models[case.adopted_model_id].phase(case.phase_period.phase)) for case in found[:size])
    last = found[size - 1] if len(found) > size else None
    return Page(lines, moment_key(last.opened_at, last.id) if last else "")


def _whole(ids: list[UUID]) -> list[Case]:
    """Read the cases of one page with their people.

    Which cases they are was asked before: to put all of somebody's cases together with their people, and then take the
    first page, takes the database twice as long.
    """
    return list(with_newest_review(Case.objects.filter(pk__in=ids)).select_related(*_JOINS).order_by(*_NEWEST))


def _filtered(rows: QuerySet[Case], viewer: Viewer, wanted: CaseFilter) -> QuerySet[Case]:
    if wanted.state:
        rows = rows.filter(phase_period__state=wanted.state)
    if wanted.phase is not None:
        rows = rows.filter(phase_period__phase=wanted.phase)
    if wanted.vacant in {each.value for each in Responsibility}:
        rows = rows.filter(**{f"{wanted.vacant}__state": Seat.State.VACANT})
    if wanted.mine:
        held = Q()
        for each in Responsibility:
            held |= Q(**{f"{each.value}__member_id__in": viewer.member_ids})
        rows = rows.filter(held)
    if wanted.text:
        rows = rows.filter(Q(name__icontains=wanted.text) | Q(code__iexact=wanted.text))
    return rows


def _after(rows: QuerySet[Case], after: str) -> QuerySet[Case]:
    """Begin after a key; a key that is not one begins at the start."""
    last = read_moment_key(after)
    if last is None:
        return rows
    opened_at, case_id = last
    return rows.filter(Q(opened_at__lt=opened_at) | Q(opened_at=opened_at, id__lt=case_id))


def _own_direction(seat: Seat) -> str:
    """Say that the resident or the network leads, without the name: a list is seen by more people than the case."""
    if seat.resident_id is not None:
        return "de inwoner"
    return "het netwerk" if seat.network_member_id is not None else ""


def _line(case: Case, phase: Phase) -> CaseLine:
    director, process = case.case_direction, case.process_direction
    name = director.member.name if director.member else _own_direction(director)
    return CaseLine(
        id=case.id,
        code=case.code,
        name=case.name,
        phase=phase,
        is_closed=case.phase_period.state == PhasePeriod.State.CLOSED,
        director=name,
        director_state=SeatState(director.state),
        process_director=process.member.name if process.member else "",
        process_state=SeatState(process.state),
        since=case.phase_period.since,
        review_on=review_day(case),
        opened_at=case.opened_at,
    )
