"""What waits in cases: hand-overs and take-overs to answer, proposals to decide, urgency to confirm, what follows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.models import FollowUp, HandOver, ScalingDecision, ScalingProposal, TakeOverRequest
from houvast.cases.services.steps.still_asked import still_asked
from houvast.directory.viewer import Viewer

MOST = 100
"""More than this is not a work list any more; the oldest terms come first."""
SEALED = ("reason_sealed", "children_sealed", "local_attempts_sealed")
"""What people wrote in a proposal: a list never reads it."""

Row = TypeVar("Row", HandOver, ScalingDecision, ScalingProposal, TakeOverRequest)


def _in_case(rows: QuerySet[Row], case_id: UUID | None) -> QuerySet[Row]:
    return rows if case_id is None else rows.filter(case_id=case_id)


@dataclass(frozen=True, slots=True)
class WaitingHandOver:
    """Somebody was asked to take a seat and has not answered."""

    id: UUID
    case_id: UUID
    responsibility: Responsibility
    to_member_id: UUID
    to_member: str
    to_phone: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    accept_before: datetime


@dataclass(frozen=True, slots=True)
class WaitingTakeOver:
    """A team was asked to take a case over and has not answered."""

    id: UUID
    case_id: UUID
    team_id: UUID
    team: str
    asked_by_id: UUID
    asked_by: str
    asked_at: datetime
    answer_before: datetime


@dataclass(frozen=True, slots=True)
class WaitingProposal:
    """A proposal to scale that nobody has decided on. Its texts are opened on its own page only (`scalings`)."""

    id: UUID
    case_id: UUID
    from_period_id: UUID
    from_phase: int
    to_phase: int
    proposed_by_id: UUID
    proposed_by: str
    proposed_at: datetime
    decide_before: datetime


@dataclass(frozen=True, slots=True)
class WaitingUrgency:
    """An urgent scaling that nobody has confirmed or reversed."""

    id: UUID
    case_id: UUID
    to_phase: int
    scaled_by_id: UUID
    scaled_by: str
    scaled_at: datetime
    confirm_before: datetime


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """Something that must still follow a decision; `until` is the model's term or the date it was postponed to.

    A case can have several decisions of which something is open: `to_phase`, `up` and `moved_at` say which one this is.
    """

    decision_id: UUID
    case_id: UUID
    to_phase: int
    up: bool
    moved_at: datetime
    item: FollowUp.Item
    until: datetime | date
    postponed: bool


def hand_overs(viewer: Viewer, *, now: datetime, case_id: UUID | None = None) -> tuple[WaitingHandOver, ...]:
    """Give the hand-overs that wait for an answer, in visible cases or put to this viewer, oldest term first."""
    rows = _in_case(scopes.hand_overs(viewer, now=now), case_id)
    joined = rows.filter(still_asked()).select_related("to_member", "asked_by", "case").order_by("accept_before", "id")
    return tuple(_hand_over(row) for row in joined[:MOST])


def _hand_over(row: HandOver) -> WaitingHandOver:
    return WaitingHandOver(
        id=row.id,
        case_id=row.case_id,
        responsibility=Responsibility(row.responsibility),
        to_member_id=row.to_member_id,
        to_member=row.to_member.name,
        to_phone=row.to_member.phone,
        asked_by_id=row.asked_by_id,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        accept_before=row.accept_before,
    )


def take_overs(viewer: Viewer, *, now: datetime, case_id: UUID | None = None) -> tuple[WaitingTakeOver, ...]:
    """Give the requests to a team that wait for an answer, oldest term first."""
    rows = _in_case(scopes.take_over_requests(viewer, now=now), case_id).filter(answer__isnull=True)
    joined = rows.select_related("to_team", "asked_by").order_by("answer_before", "id")
    return tuple(_take_over(row) for row in joined[:MOST])


def _take_over(row: TakeOverRequest) -> WaitingTakeOver:
    return WaitingTakeOver(
        id=row.id,
        case_id=row.case_id,
        team_id=row.to_team_id,
        team=row.to_team.name,
        asked_by_id=row.asked_by_id,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        answer_before=row.answer_before,
    )


def proposals(viewer: Viewer, *, now: datetime, case_id: UUID | None = None) -> tuple[WaitingProposal, ...]:
    """Give the proposals that wait for a decision, oldest term first; not those that lapsed."""
    decided = ScalingDecision.objects.filter(proposal_id=OuterRef("pk"))
    rows = _in_case(scopes.proposals(viewer, now=now), case_id).filter(
        ~Exists(decided), from_period=F("case__phase_period")
    )
    joined = rows.select_related("proposed_by").defer(*SEALED).order_by("decide_before", "id")
    return tuple(_proposal(row) for row in joined[:MOST])


def _proposal(row: ScalingProposal) -> WaitingProposal:
    return WaitingProposal(
        id=row.id,
        case_id=row.case_id,
        from_period_id=row.from_period_id,
        from_phase=row.from_phase,
        to_phase=row.to_phase,
        proposed_by_id=row.proposed_by_id,
        proposed_by=row.proposed_by.name,
        proposed_at=row.proposed_at,
        decide_before=row.decide_before,
    )


def urgencies(viewer: Viewer, *, now: datetime, case_id: UUID | None = None) -> tuple[WaitingUrgency, ...]:
    """Give the urgent scalings that nobody has answered, oldest term first; not those that the case outran."""
    answers = ScalingDecision.objects.filter(proposal_id=OuterRef("proposal_id"), number=2)
    rows = _in_case(scopes.decisions(viewer, now=now), case_id).filter(outcome=ScalingDecision.Outcome.URGENT)
    rows = rows.filter(~Exists(answers), case__phase_period__number=F("proposal__from_period__number") + 1)
    joined = rows.select_related("decided_by", "proposal").order_by("confirm_before", "id")
    joined = joined.defer("reason_sealed", *(f"proposal__{column}" for column in SEALED))
    return tuple(_urgency(row) for row in joined[:MOST])


def _urgency(row: ScalingDecision) -> WaitingUrgency:
    return WaitingUrgency(
        id=row.id,
        case_id=row.case_id,
        to_phase=row.proposal.to_phase,
        scaled_by_id=row.decided_by_id,
        scaled_by=row.decided_by.name,
        scaled_at=row.recorded_at,
        confirm_before=row.confirm_before or row.recorded_at,
    )


def open_follow_ups(
    viewer: Viewer, *, now: datetime, case_ids: Collection[UUID] | None = None
) -> tuple[OpenFollowUp, ...]:
    """Give what must still follow the decisions that moved a case, the oldest decision first."""
    decisions = scopes.decisions(viewer, now=now).filter(follow_up_before__isnull=False)
    decisions = decisions.select_related("proposal").order_by("recorded_at", "id")
    decisions = decisions.defer("reason_sealed", "not_waited_sealed", *(f"proposal__{column}" for column in SEALED))
    answers = scopes.follow_ups(viewer, now=now)
    if case_ids is not None:
        decisions, answers = decisions.filter(case_id__in=case_ids), answers.filter(case_id__in=case_ids)
    last = _last_answers(answers)
    found = []
    for decision in decisions:
        for item in (FollowUp.Item.HEARD, FollowUp.Item.RESIDENT_TOLD):
            answer = last.get((decision.id, item.value))
            if answer is not None and answer.state == FollowUp.State.DONE:
                continue
            until = decision.follow_up_before if answer is None else answer.on_date
            if until is not None:
                found.append(_open(decision, item, until, postponed=answer is not None))
    return tuple(found)


def _open(decision: ScalingDecision, item: FollowUp.Item, until: datetime | date, *, postponed: bool) -> OpenFollowUp:
    proposal = decision.proposal
    return OpenFollowUp(
        decision_id=decision.id,
        case_id=decision.case_id,
        to_phase=proposal.to_phase,
        up=proposal.to_phase > proposal.from_phase,
        moved_at=decision.recorded_at,
        item=item,
        until=until,
        postponed=postponed,
    )


def _last_answers(rows: QuerySet[FollowUp]) -> dict[tuple[UUID, str], FollowUp]:
    return {(row.decision_id, row.item): row for row in rows.order_by("recorded_at", "id")}
