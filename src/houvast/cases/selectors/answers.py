"""What somebody else answered to a question that one was asked too: for who comes a moment later."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases import scopes
from houvast.cases.models import ScalingDecision
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answered, what and when; nothing of the case but where it is kept in the log."""

    case_id: UUID
    municipality_id: UUID
    outcome: ScalingDecision.Outcome
    to_phase: int
    answered_by: str
    answered_at: datetime


def answer_to(viewer: Viewer, question_id: UUID, *, now: datetime) -> Answer:
    """Give the answer to a proposal or an urgent scaling that the viewer was asked too. Raises `NotVisible`."""
    urgent = ScalingDecision.objects.filter(pk=question_id).values("proposal_id")
    asked = Q(number=1, proposal_id=question_id) | Q(number=2, proposal_id__in=urgent)
    rows = scopes.answers(viewer, now=now).filter(asked).select_related("decided_by", "proposal")
    row = rows.only("case_id", "municipality_id", "outcome", "recorded_at", "decided_by__name", "proposal__to_phase")
    found = row.first()
    if found is None:
        raise NotVisible
    return Answer(
        case_id=found.case_id,
        municipality_id=found.municipality_id,
        outcome=ScalingDecision.Outcome(found.outcome),
        to_phase=found.proposal.to_phase,
        answered_by=found.decided_by.name,
        answered_at=found.recorded_at,
    )
