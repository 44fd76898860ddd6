"""What was decided in cases between two moments: phases that began, what became of proposals, and who got a seat.

The histories only grow, so what a span of the past gives never changes. A higher room has read through its own scope
that the viewer sees these cases there.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import PhasePeriod, ScalingDecision, Seat
from houvast.cases.rules.seats import SeatState

_TOLD_BY_PERIOD = (
    ScalingDecision.Outcome.APPROVED,
    ScalingDecision.Outcome.URGENT,
    ScalingDecision.Outcome.REVERSED,
)
_ENDS_BY_ITSELF = (Seat.Cause.CLOSED, Seat.Cause.OPENED)


@dataclass(frozen=True, slots=True)
class PhaseBegun:
    """A phase that began, or that the case was closed; `former` is the phase before a step."""

    at: datetime
    cause: PhasePeriod.Cause
    phase: int
    former: int | None
    by: str


@dataclass(frozen=True, slots=True)
class ProposalAnswered:
    """What became of a proposal without the case moving."""

    at: datetime
    outcome: ScalingDecision.Outcome
    from_phase: int
    to_phase: int
    by: str


@dataclass(frozen=True, slots=True)
class SeatSet:
    """What a seat became. A resident, or somebody of the network, has no name here."""

    at: datetime
    responsibility: Responsibility
    state: SeatState
    cause: Seat.Cause
    holder: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided in one case, each kind in order."""

    phases: list[PhaseBegun] = field(default_factory=list)
    proposals: list[ProposalAnswered] = field(default_factory=list)
    seats: list[SeatSet] = field(default_factory=list)


def decided_between(case_ids: Collection[UUID], since: datetime, until: datetime) -> Mapping[UUID, Decided]:
    """Give what was decided in these cases in this span, in three queries whatever their number."""
    found: dict[UUID, Decided] = defaultdict(Decided)
    for case_id, phase in _phases(case_ids, (since, until)):
        found[case_id].phases.append(phase)
    for case_id, answered in _proposals(case_ids, (since, until)):
        found[case_id].proposals.append(answered)
    for case_id, seat in _seats(case_ids, (since, until)):
        found[case_id].seats.append(seat)
    return found


def phases_of(case_id: UUID) -> tuple[PhaseBegun, ...]:
    """Give every phase of one case, oldest first, in one query; for who may hear of its steps."""
    return tuple(phase for _, phase in _begun(PhasePeriod.objects.filter(case_id=case_id)))


def _phases(case_ids: Collection[UUID], span: tuple[datetime, datetime]) -> Iterator[tuple[UUID, PhaseBegun]]:
    return _begun(PhasePeriod.objects.filter(case_id__in=case_ids, since__range=span))


def _begun(rows: QuerySet[PhasePeriod]) -> Iterator[tuple[UUID, PhaseBegun]]:
    steps = {
        PhasePeriod.Cause.SCALED_UP: -1,
        PhasePeriod.Cause.SCALED_UP_URGENTLY: -1,
        PhasePeriod.Cause.SCALED_DOWN: 1,
    }
    for row in rows.select_related("begun_by").order_by("number"):
        cause = PhasePeriod.Cause(row.cause)
        former = row.phase + steps[cause] if cause in steps else None
        by = row.begun_by.name if row.begun_by else ""
        yield row.case_id, PhaseBegun(row.since, cause, row.phase, former, by)


def _proposals(case_ids: Collection[UUID], span: tuple[datetime, datetime]) -> Iterator[tuple[UUID, ProposalAnswered]]:
    rows = ScalingDecision.objects.filter(case_id__in=case_ids, recorded_at__range=span)
    plain = rows.exclude(outcome__in=_TOLD_BY_PERIOD).select_related("decided_by", "proposal")
    for row in plain.order_by("recorded_at", "number"):
        outcome, asked = ScalingDecision.Outcome(row.outcome), row.proposal
        told = ProposalAnswered(row.recorded_at, outcome, asked.from_phase, asked.to_phase, row.decided_by.name)
        yield row.case_id, told


def _seats(case_ids: Collection[UUID], span: tuple[datetime, datetime]) -> Iterator[tuple[UUID, SeatSet]]:
    rows = Seat.objects.filter(case_id__in=case_ids, since__range=span).exclude(cause__in=_ENDS_BY_ITSELF)
    wanted = rows.exclude(state=Seat.State.NOT_REQUIRED).select_related("member")
    for row in wanted.order_by("since", "number", "responsibility"):
        nameless = "de inwoner" if row.resident_id else "iemand uit het netwerk" if row.network_member_id else ""
        holder = row.member.name if row.member else nameless
        seat, cause = Responsibility(row.responsibility), Seat.Cause(row.cause)
        yield row.case_id, SeatSet(row.since, seat, SeatState(row.state), cause, holder, row.until)
