"""Load a case to act on: visible to the actor, its row locked until the act is over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from houvast.audit.events import Event
from houvast.audit.services.act import Act, Detail, act
from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy, scopes
from houvast.cases.models import (
    AftercarePlan,
    Case,
    CrucialMoment,
    GlassBreak,
    HandOver,
    JudgementRequest,
    LockOut,
    MomentItem,
    MoveOffer,
    Note,
    PhasePeriod,
    ReceiverRequest,
    ScalingDecision,
    ScalingProposal,
    Seat,
    StayElsewhere,
    TakeOverRequest,
)
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.own_words import NewerWords
from houvast.cases.rules.seats import SeatFacts, SeatState
from houvast.cases.selectors.asked import case_of_row
from houvast.cases.selectors.own_words import newest_number
from houvast.cases.services.steps.set_seat import who_has_what
from houvast.directory.selectors import parsed_model, viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused
from houvast.kernel.verdict import Verdict

Row = TypeVar(
    "Row",
    AftercarePlan,
    CrucialMoment,
    HandOver,
    JudgementRequest,
    LockOut,
    MomentItem,
    MoveOffer,
    Note,
    ReceiverRequest,
    ScalingDecision,
    ScalingProposal,
    StayElsewhere,
    TakeOverRequest,
)
POINTERS = ("phase_period", "case_direction", "process_direction", "operational", "administrative")


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A locked case with what policies and rules need, inside the act that changes it."""

    acting: Act
    case: Case
    viewer: Viewer
    model: Model
    facts: policy.CaseFacts

    @property
    def phase(self) -> int:
        """Give the phase that the case is in, or was closed in."""
        return self.facts.phase

    def seat(self, responsibility: Responsibility) -> Seat:
        """Give the newest seat of a responsibility."""
        found: Seat = getattr(self.case, responsibility.value)
        return found

    def require_seen(self, responsibility: Responsibility, seen_seat: UUID | None) -> None:
        """Raise `Conflict` when the seat is another one than the person saw; None when there was nothing to see."""
        if seen_seat is not None and self.seat(responsibility).id != seen_seat:
            raise Conflict(
                "Iemand anders was net iets eerder: deze verantwoordelijkheid is al veranderd. Kijk opnieuw."
            )

    def require_heard(self, seen_words: int, *, now: datetime) -> None:
        """Raise `NewerWords` when somebody said something after what the actor last saw, as far as they may see it."""
        if newest_number(self.viewer, self.case.id, now=now) > seen_words:
            raise NewerWords

    def permit(self, verdict: Verdict) -> None:
        """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
        if not verdict.allowed:
            raise Refused(verdict)
        self.acting.ground = verdict.ground

    def seats_changed(self) -> dict[str, Detail]:
        """Say for the log which seats the act changed, and who has them now."""
        seats = {each: facts_of_seat(getattr(self.case, each.value)) for each in Responsibility}
        return who_has_what({each: seat for each, seat in seats.items() if seat != self.facts.seats[each]})

    def about(self, subject: str, subject_id: UUID, **details: Detail) -> None:
        """Put on record what the act was about: ids and codes only."""
        self.acting.subject, self.acting.subject_id = subject, subject_id
        self.acting.details.update(details)


def facts_of_seat(seat: Seat) -> SeatFacts:
    """Give a seat row as facts for the rules."""
    return SeatFacts(
        state=SeatState(seat.state),
        member_id=seat.member_id,
        function=seat.function,
        resident_id=seat.resident_id,
        network_member_id=seat.network_member_id,
        until=seat.until,
        extension=seat.extension,
    )


def facts_of_case(case: Case, model: Model) -> policy.CaseFacts:
    """Give a case row, with its pointers and municipality loaded, as facts for policies."""
    return policy.CaseFacts(
        municipality_id=case.municipality_id,
        region=case.municipality.region,
        phase=case.phase_period.phase,
        is_closed=case.phase_period.state == PhasePeriod.State.CLOSED,
        seats={each: facts_of_seat(getattr(case, each.value)) for each in Responsibility},
        process_functions=policy.process_functions(model),
    )


def _load(acting: Act, seen_by: Viewer, case_id: UUID, seen_period: UUID | None, now: datetime) -> LoadedCase:
    if not scopes.cases(seen_by, part=Part.BAND, now=now).filter(pk=case_id).exists():
        acting.subject, acting.subject_id, acting.case = "case", case_id, case_of_row(case_id)
        raise NotVisible
    return _lock(acting, seen_by, case_id, seen_period, now)


def _lock(acting: Act, seen_by: Viewer, case_id: UUID, seen_period: UUID | None, now: datetime) -> LoadedCase:
    Case.objects.select_for_update().get(pk=case_id)
    case = Case.objects.select_related(*POINTERS, "municipality", "adopted_model", "key").get(pk=case_id)
    acting.case, acting.municipality = case.id, case.municipality_id
    if seen_period is not None and case.phase_period_id != seen_period:
        raise Conflict("Iemand anders veranderde intussen de fase van deze casus. Kijk opnieuw en besluit dan.")
    if now < max(getattr(case, pointer).since for pointer in POINTERS):
        raise Conflict("Iemand anders was net iets eerder met deze casus. Kijk opnieuw.")
    model = parsed_model(case.adopted_model)
    return LoadedCase(acting, case, seen_by, model, facts_of_case(case, model))


@contextmanager
def acting_on_case(
    event: Event, *, actor: Actor, now: datetime, case_id: UUID, seen_period: UUID | None = None
) -> Iterator[LoadedCase]:
    """Act on a visible case, locked until the act is over.

    `seen_period` is the phase period that the person saw when they began. Raises `NotVisible`, and `Conflict` when
    somebody else has scaled, closed or reopened since.
    """
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality = seen_by.municipality_id
        yield _load(acting, seen_by, case_id, seen_period, now)


@contextmanager
def acting_on_row(
    event: Event, scope: Callable[..., QuerySet[Row]], row_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, Row]]:
    """Act on the case of a row that the actor can see through its scope, such as a proposal or a hand-over.

    `scope` is a function of `houvast.cases.scopes`. Gives the locked case and the row. Raises `NotVisible`.
    """
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality = seen_by.municipality_id
        row = scope(seen_by, now=now).filter(pk=row_id).first()
        if row is None:
            acting.subject_id, acting.case = row_id, case_of_row(row_id)
            raise NotVisible
        yield _load(acting, seen_by, row.case_id, None, now), row


@contextmanager
def judging_glass(
    event: Event, glass_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, GlassBreak]]:
    """Act on who broke the glass: as who leads the case, or as a privacy officer, who sees nothing of the case.

    Raises `NotVisible`.
    """
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality = seen_by.municipality_id
        row = scopes.glass_breaks(seen_by, now=now).filter(pk=glass_id).first()
        row = row or scopes.logged_glass_breaks(seen_by).filter(pk=glass_id).first()
        if row is None:
            acting.subject_id, acting.case = glass_id, case_of_row(glass_id)
            raise NotVisible
        yield _lock(acting, seen_by, row.case_id, None, now), row


@contextmanager
def answering_offer(
    event: Event, offer_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, MoveOffer]]:
    """Act on the case of another municipality by its offer, which is all that the actor sees. Raises `NotVisible`."""
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality = seen_by.municipality_id
        offers = scopes.move_offers(seen_by, now=now).filter(pk=offer_id)
        offer = offers.select_related("municipality", "to_municipality", "offered_by").first()
        if offer is None:
            acting.subject_id, acting.case = offer_id, case_of_row(offer_id)
            raise NotVisible
        yield _lock(acting, seen_by, offer.case_id, None, now), offer
