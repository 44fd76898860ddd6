"""A proposal to scale with everything that was decided on it, for the pages on which it is read and answered."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.ave.model import Boundary
from houvast.cases import scopes
from houvast.cases.models import FollowUp, ScalingDecision, ScalingProposal
from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.cases.services.record_follow_up import TEXT_PLACE
from houvast.cases.services.steps.deciding import CHILDREN_PLACE as DECIDED_CHILDREN_PLACE
from houvast.cases.services.steps.deciding import NOT_WAITED_PLACE
from houvast.cases.services.steps.deciding import REASON_PLACE as DECISION_PLACE
from houvast.cases.services.steps.proposing import CHILDREN_PLACE, LOCAL_PLACE, REASON_PLACE
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided. `on_behalf_of` is a function code when a mandated officer recorded it, else empty."""

    id: UUID
    outcome: ScalingDecision.Outcome
    decided_by_id: UUID
    decided_by: str
    on_behalf_of: str
    decided_on: date
    channel: str
    document: str
    recorded_at: datetime
    reason: str
    children: str
    not_waited: str
    confirm_before: datetime | None
    follow_up_before: datetime | None


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """What was recorded afterwards on one item of a decision; the newest is the one that counts."""

    item: FollowUp.Item
    state: FollowUp.State
    on_date: date
    text: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal with its texts opened, for who decides on it or reads what was decided."""

    id: UUID
    from_period_id: UUID
    from_phase: int
    to_phase: int
    criteria: tuple[str, ...]
    reason: str
    children: str
    local_attempts: str
    proposed_by_id: UUID
    proposed_by: str
    proposed_at: datetime
    decide_before: datetime


@dataclass(frozen=True, slots=True)
class Scaling:
    """A proposal in its case, with its decisions in order: one, or two when it was urgent and is answered."""

    found: FoundCase
    boundary: Boundary
    proposal: ProposalLine
    decisions: tuple[DecisionLine, ...]

    @property
    def waits(self) -> bool:
        """Say whether nobody has decided and the case is still where the proposal began."""
        return not self.decisions and self.found.band.period_id == self.proposal.from_period_id

    @property
    def urgency_waits(self) -> bool:
        """Say whether this is an urgent scaling that nobody has answered, in a case that has not moved on."""
        outcomes = [decision.outcome for decision in self.decisions]
        return outcomes == [ScalingDecision.Outcome.URGENT] and self.found.facts.phase == self.proposal.to_phase

    def decision(self, decision_id: UUID) -> DecisionLine:
        """Give one of its decisions."""
        return next(decision for decision in self.decisions if decision.id == decision_id)


def scaling_of_proposal(viewer: Viewer, proposal_id: UUID, *, now: datetime) -> Scaling:
    """Give a proposal that the viewer may see, waiting or decided. Raises `NotVisible`."""
    rows = scopes.proposals(viewer, now=now).filter(pk=proposal_id)
    row = rows.select_related("proposed_by", "case__key").first()
    found = None if row is None else by_ids(viewer, [row.case_id], now=now).get(row.case_id)
    if row is None or found is None:
        raise NotVisible
    boundary = found.model.boundary(row.from_phase, row.to_phase)
    if boundary is None:
        raise NotVisible
    decisions = scopes.decisions(viewer, now=now).filter(proposal_id=proposal_id).order_by("number")
    lines = tuple(_decision(each) for each in decisions.select_related("decided_by", "case__key"))
    return Scaling(found, boundary, proposal_line(row), lines)


def scaling_of_decision(viewer: Viewer, decision_id: UUID, *, now: datetime) -> Scaling:
    """Give the proposal on which this was decided. Raises `NotVisible`."""
    proposal_ids = scopes.decisions(viewer, now=now).filter(pk=decision_id).values_list("proposal_id", flat=True)
    proposal_id = proposal_ids.first()
    if proposal_id is None:
        raise NotVisible
    return scaling_of_proposal(viewer, proposal_id, now=now)


def proposal_line(row: ScalingProposal) -> ProposalLine:
    """Give a proposal with its texts opened; the caller has found it through its scope."""

    def text(sealed: bytes | memoryview, place: str) -> str:
        return unseal(row.case.key, sealed, place=f"{place}:{row.id}")

    return ProposalLine(
        id=row.id,
        from_period_id=row.from_period_id,
        from_phase=row.from_phase,
        to_phase=row.to_phase,
        criteria=tuple(row.criteria),
        reason=text(row.reason_sealed, REASON_PLACE),
        children=text(row.children_sealed, CHILDREN_PLACE),
        local_attempts=text(row.local_attempts_sealed, LOCAL_PLACE),
        proposed_by_id=row.proposed_by_id,
        proposed_by=row.proposed_by.name,
        proposed_at=row.proposed_at,
        decide_before=row.decide_before,
    )


def _decision(row: ScalingDecision) -> DecisionLine:
    return DecisionLine(
        id=row.id,
        outcome=ScalingDecision.Outcome(row.outcome),
        decided_by_id=row.decided_by_id,
        decided_by=row.decided_by.name,
        on_behalf_of=row.on_behalf_of,
        decided_on=row.decided_on,
        channel=row.channel,
        document=row.document,
        recorded_at=row.recorded_at,
        reason=unseal(row.case.key, row.reason_sealed, place=f"{DECISION_PLACE}:{row.id}"),
        children=unseal(row.case.key, row.children_sealed, place=f"{DECIDED_CHILDREN_PLACE}:{row.id}"),
        not_waited=unseal(row.case.key, row.not_waited_sealed, place=f"{NOT_WAITED_PLACE}:{row.id}"),
        confirm_before=row.confirm_before,
        follow_up_before=row.follow_up_before,
    )


def follow_ups_of(viewer: Viewer, decision_id: UUID, *, now: datetime) -> tuple[FollowUpLine, ...]:
    """Give what was recorded after a decision, oldest first."""
    rows = scopes.follow_ups(viewer, now=now).filter(decision_id=decision_id).order_by("recorded_at", "id")
    return tuple(
        FollowUpLine(
            item=FollowUp.Item(row.item),
            state=FollowUp.State(row.state),
            on_date=row.on_date,
            text=unseal(row.case.key, row.text_sealed, place=f"{TEXT_PLACE}:{row.id}"),
            recorded_by=row.recorded_by.name,
            recorded_at=row.recorded_at,
        )
        for row in rows.select_related("recorded_by", "case__key")
    )
