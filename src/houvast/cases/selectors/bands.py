"""Wie heeft de regie? The band of a case: its phase and its four seats, as they are now."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.ave.model import Model, Phase
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy, scopes
from houvast.cases.models import Case, PhasePeriod, Seat
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.seats import SeatState, first_end, is_overdue
from houvast.cases.selectors.reviews import looked_at, review_day, with_newest_review
from houvast.cases.services.steps.load_case import facts_of_case
from houvast.directory.models import Member
from houvast.directory.selectors import models_by_id
from houvast.directory.selectors_functions import end_of_function
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam, last_day_before
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.rules.naming import full_name

_OPEN = Q(phase_period__state=PhasePeriod.State.OPEN)
_HOLDERS = ("member__organisation", "owner", "resident", "network_member__resident")
_FUNCTION_ENDS = "function_ends"


@dataclass(frozen=True, slots=True)
class SeatLine:
    """A seat as the band shows it. `holder` is "" when nobody holds it; `phone` may be unknown or hidden.

    `until` is the last day of who fills in for a time; `leaves` that of the function by which somebody holds it, or of
    their work, when the directory knows an end. `owner` is who is called until somebody says yes.
    """

    id: UUID
    responsibility: Responsibility
    name: str
    state: SeatState
    cause: str
    holder: str
    holder_id: UUID | None
    set_by: UUID | None
    function: str
    organisation: str
    phone: str
    since: datetime
    until: date | None
    leaves: date | None
    overdue: bool
    extension: int
    owner: str
    owner_phone: str

    @property
    def ends(self) -> date | None:
        """Give the last day on which it is held; None when nothing says that it ends."""
        return first_end(self.until, self.leaves)

    @property
    def falls_vacant(self) -> bool:
        """Say whether it ends because who holds it stops, before any end that was agreed on."""
        return self.leaves is not None and (self.until is None or self.leaves < self.until)


@dataclass(frozen=True, slots=True)
class Band:
    """A case with its phase and seats. `review_overdue` says that the day to look again has passed.

    `looked_at` is when somebody looked at the phase last: when the period began, or at a review since.
    """

    case_id: UUID
    code: str
    name: str
    kind: str
    municipality_id: UUID
    municipality: str
    evening_name: str
    evening_phone: str
    period_id: UUID
    phase: Phase
    phases: tuple[Phase, ...]
    is_closed: bool
    since: datetime
    looked_at: datetime
    review_on: date | None
    review_overdue: bool
    seats: tuple[SeatLine, ...]
    returns: int
    relapses: int
    opened_at: datetime

    def seat(self, responsibility: Responsibility) -> SeatLine:
        """Give one of the four seats."""
        return next(seat for seat in self.seats if seat.responsibility is responsibility)

    @property
    def vacancies(self) -> tuple[SeatLine, ...]:
        """Give the seats that nobody holds and that somebody must hold."""
        return tuple(seat for seat in self.seats if seat.state is SeatState.VACANT)


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case that the viewer may act on, with what policies need: for showing only the acts that are allowed."""

    band: Band
    model: Model
    facts: policy.CaseFacts


def case_by_code(viewer: Viewer, code: str, *, now: datetime) -> FoundCase:
    """Find a visible case by its code. Raises `NotVisible`."""
    found = read_found(scopes.cases(viewer, part=Part.BAND, now=now).filter(code=code), now)
    if not found:
        raise NotVisible
    return found[0]


def band(case: Case, model: Model, today: date) -> Band:
    """Give the band of a case whose pointers, their people and the newest review are loaded."""
    period, review_on = case.phase_period, review_day(case)
    return Band(
        case_id=case.id,
        code=case.code,
        name=case.name,
        kind=case.kind,
        municipality_id=case.municipality_id,
        municipality=case.municipality.name,
        evening_name=case.municipality.evening_phone_name,
        evening_phone=case.municipality.evening_phone,
        period_id=period.id,
        phase=model.phase(period.phase),
        phases=model.phases,
        is_closed=period.state == PhasePeriod.State.CLOSED,
        since=period.since,
        looked_at=looked_at(case),
        review_on=review_on,
        review_overdue=review_on is not None and review_on < today,
        seats=tuple(_seat_line(getattr(case, each.value), model, today) for each in Responsibility),
        returns=case.returns,
        relapses=case.relapses,
        opened_at=case.opened_at,
    )


def _seat_line(seat: Seat, model: Model, today: date) -> SeatLine:
    holder, organisation, phone = _holder(seat.member, seat.resident, seat.network_member)
    function = model.functions.get(seat.function)
    responsibility, leaves = Responsibility(seat.responsibility), _leaves(seat)
    return SeatLine(
        id=seat.id,
        responsibility=responsibility,
        name=model.responsibilities[responsibility].name,
        state=SeatState(seat.state),
        cause=seat.cause,
        holder=holder,
        holder_id=seat.member_id,
        set_by=seat.set_by_id,
        function=function.name if function else "",
        organisation=organisation,
        phone=phone,
        since=seat.since,
        until=seat.until,
        leaves=leaves,
        overdue=is_overdue(first_end(seat.until, leaves), today),
        extension=seat.extension,
        owner=seat.owner.name if seat.owner else "",
        owner_phone=seat.owner.phone if seat.owner else "",
    )


def _leaves(seat: Seat) -> date | None:
    """Give the last day on which a member holds a seat by what the directory says; None when it knows no end."""
    if seat.member is None:
        return None
    function_ends: datetime | None = getattr(seat, _FUNCTION_ENDS)
    ends = [end for end in (function_ends, seat.member.until_at) if end is not None]
    return last_day_before(min(ends)) if ends else None


def _holder(
    member: Member | None, resident: Resident | None, network_member: NetworkMember | None
) -> tuple[str, str, str]:
    """Give name, organisation and phone of who holds a seat."""
    if member is not None:
        return member.name, member.organisation.name, member.phone
    if resident is not None:
        name = full_name(resident.first_names, resident.surname_prefix, resident.surname)
        return name, "", "" if resident.hidden_address else resident.phone
    if network_member is not None:
        return network_member.name, "", "" if network_member.resident.hidden_address else network_member.phone
    return "", "", ""


def holder_name(seat: Seat) -> str:
    """Give the name of who holds a seat, of which the people are loaded; "" when nobody does."""
    return _holder(seat.member, seat.resident, seat.network_member)[0]


def held(viewer: Viewer, *, now: datetime) -> tuple[UUID, ...]:
    """Give the ids of the open cases in which the viewer holds a seat, also in another's place."""
    seats = Q()
    for each in Responsibility:
        seats |= Q(**{f"{each.value}__member_id__in": viewer.member_ids})
    rows = scopes.cases(viewer, part=Part.BAND, now=now).filter(seats).filter(_OPEN)
    return tuple(rows.values_list("pk", flat=True))


def vacant(viewer: Viewer, *, now: datetime, size: int) -> tuple[UUID, ...]:
    """Give the ids of open visible cases in which nobody has case or process direction, the longest vacant first."""
    seats = Seat.objects.filter(state=SeatState.VACANT).values("pk")
    empty = Q(case_direction_id__in=seats) | Q(process_direction_id__in=seats)
    rows = scopes.cases(viewer, part=Part.BAND, now=now).filter(_OPEN).filter(empty)
    return tuple(
        rows.order_by("-phase_period__phase", "case_direction__since", "id").values_list("pk", flat=True)[:size]
    )


def to_review(viewer: Viewer, until: date, *, now: datetime, size: int) -> tuple[UUID, ...]:
    """Give the ids of open visible cases whose day to look again is passed or near, the oldest day first."""
    rows = scopes.cases(viewer, part=Part.BAND, now=now).filter(_OPEN, phase_period__review_on__lte=until)
    return tuple(rows.order_by("phase_period__review_on", "id").values_list("pk", flat=True)[:size])


def by_ids(viewer: Viewer, ids: Collection[UUID], *, now: datetime) -> dict[UUID, FoundCase]:
    """Give visible cases by id."""
    rows = scopes.cases(viewer, part=Part.BAND, now=now).filter(pk__in=ids)
    return {found.band.case_id: found for found in read_found(rows, now)}


def read_found(rows: QuerySet[Case], now: datetime) -> tuple[FoundCase, ...]:
    """Read cases that were found through a scope, with their seats and models, in three queries.

    One query would join every seat with everybody who may hold it: putting some thirty tables together takes the
    database and Django longer than what comes out of it.
    """
    today = in_amsterdam(now).date()
    cases = list(with_newest_review(rows).select_related("municipality", "phase_period"))
    models = models_by_id({case.adopted_model_id for case in cases})
    _fill_seats(cases)
    return tuple(_found_case(case, models[case.adopted_model_id], today) for case in cases)


def _fill_seats(cases: Sequence[Case]) -> None:
    """Put the current seats, with who holds them, on their cases; in one query."""
    pointers = [(case, each.value) for case in cases for each in Responsibility]
    ids = [getattr(case, f"{name}_id") for case, name in pointers]
    rows = Seat.objects.filter(pk__in=ids).select_related(*_HOLDERS)
    seats = {seat.id: seat for seat in rows.annotate(**{_FUNCTION_ENDS: end_of_function("member_id", "function")})}
    for case, name in pointers:
        setattr(case, name, seats[getattr(case, f"{name}_id")])


def _found_case(case: Case, model: Model, today: date) -> FoundCase:
    return FoundCase(band(case, model, today), model, facts_of_case(case, model))
