"""Write the next phase period of a case and let the four seats follow from it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.ave.model import Model
from houvast.ave.vocabulary import SELF_FILLING, Responsibility
from houvast.cases.models import Case, PhasePeriod, Seat
from houvast.cases.rules.reviewing import last_review_day
from houvast.cases.rules.seats import NOT_REQUIRED, Candidate, SeatFacts, SeatState, seat_in_phase
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.cases.services.steps.receiving import end_receiving
from houvast.cases.services.steps.set_seat import SeatChange, give_seat_access, set_seat
from houvast.directory.selectors import members_with_function
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days, in_amsterdam, last_day_before


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """What the case becomes. `chosen` holds seats that the decision itself fills, such as a new case director."""

    phase: int
    cause: PhasePeriod.Cause
    begun_by: UUID | None
    chosen: Mapping[Responsibility, SeatFacts] = field(default_factory=dict)

    @property
    def closes(self) -> bool:
        """Say whether the case closes with this period."""
        return self.cause == PhasePeriod.Cause.CLOSED


def review_date(model: Model, phase: int, now: datetime) -> date | None:
    """Give the day on which this phase wants to be looked at again; None when the model asks for none."""
    return last_review_day(model.phase(phase).review_weeks, in_amsterdam(now).date())


def candidates(municipality_id: UUID, model: Model, phase: int, *, now: datetime) -> tuple[Candidate, ...]:
    """Give the members from whom the model fills the operational and administrative seats in a phase."""
    functions = frozenset(code for each in SELF_FILLING for code in model.seat(phase, each).fills_from)
    lines = members_with_function(municipality_id, functions, now=now)
    return tuple(Candidate(line.id, line.functions, _last_days(line.ends)) for line in lines)


def _last_days(ends: Mapping[str, datetime]) -> dict[str, date]:
    """Give the last day of each function that ends."""
    return {function: last_day_before(end) for function, end in ends.items()}


def last_day(model: Model, now: datetime) -> date:
    """Give the last day of the longest temporary filling that the model allows from now."""
    return add_working_days(now, model.temporary.max_working_days).date()


def new_period(
    case: Case, change: PeriodChange, model: Model, *, number: int, now: datetime, period_id: UUID
) -> PhasePeriod:
    """Write one row of the phase history. The caller has locked the case."""
    period = PhasePeriod(
        id=period_id,
        case=case,
        municipality_id=case.municipality_id,
        number=number,
        since=now,
        state=PhasePeriod.State.CLOSED if change.closes else PhasePeriod.State.OPEN,
        phase=change.phase,
        cause=change.cause,
        review_on=None if change.closes else review_date(model, change.phase, now),
        begun_by_id=change.begun_by,
    )
    period.save(force_insert=True)
    return period


def begin_period(case: Case, change: PeriodChange, model: Model, *, now: datetime) -> PhasePeriod:
    """Begin the next period: the row itself, and each seat as the model has it in the new phase.

    Who may stay, stays (*doorgaande lijn*); what they see is written anew, because the matrix depends on the phase.
    In a closed case no seat is required: the seats end before the case closes, and come back after it opens. Who
    received the case in the former phase or looked after it sees it no longer because of that.
    """
    end_receiving(case.id, now=now)
    withdraw_access([case.phase_period_id], now=now)
    if change.closes:
        _set_seats(case, change, model, now)
        _add_period(case, change, model, now)
    else:
        _add_period(case, change, model, now)
        _set_seats(case, change, model, now)
    return case.phase_period


def _add_period(case: Case, change: PeriodChange, model: Model, now: datetime) -> None:
    number = case.phase_period.number + 1
    case.phase_period = new_period(case, change, model, number=number, now=now, period_id=new_id())


def _set_seats(case: Case, change: PeriodChange, model: Model, now: datetime) -> None:
    available = () if change.closes else candidates(case.municipality_id, model, change.phase, now=now)
    for responsibility in Responsibility:
        seat: Seat = getattr(case, responsibility.value)
        becomes = _next(model, change, responsibility, facts_of_seat(seat), available, last_day(model, now))
        if becomes == facts_of_seat(seat):
            withdraw_access([seat.id], now=now)
            give_seat_access(case, seat, model, phase=change.phase, now=now)
        else:
            set_seat(case, _seat_change(case, change, responsibility, becomes), model, now=now, phase=change.phase)


def _next(
    model: Model,
    change: PeriodChange,
    responsibility: Responsibility,
    current: SeatFacts,
    available: Collection[Candidate],
    until: date,
) -> SeatFacts:
    if change.closes:
        return NOT_REQUIRED
    chosen = change.chosen.get(responsibility)
    if chosen is not None:
        return chosen
    return seat_in_phase(model.seat(change.phase, responsibility), current, available, until=until)


def _seat_change(case: Case, change: PeriodChange, responsibility: Responsibility, becomes: SeatFacts) -> SeatChange:
    causes = {PhasePeriod.Cause.CLOSED: Seat.Cause.CLOSED, PhasePeriod.Cause.REOPENED: Seat.Cause.REOPENED}
    owner = case.process_direction.member_id if becomes.state is SeatState.VACANT else None
    cause = causes.get(change.cause, Seat.Cause.SCALED)
    return SeatChange(responsibility, becomes, cause, set_by=change.begun_by, owner_id=owner)
