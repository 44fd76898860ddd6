"""What was decided last about the phase of a case, for telling it to who it is about."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases import scopes
from houvast.cases.models import ScalingDecision
from houvast.directory.viewer import Viewer

_WENT_THROUGH = (ScalingDecision.Outcome.APPROVED, ScalingDecision.Outcome.URGENT)


@dataclass(frozen=True, slots=True)
class Decided:
    """From which phase to which, and on which day."""

    from_phase: int
    to_phase: int
    on: date


def last_decision(viewer: Viewer, case_id: UUID, *, now: datetime) -> Decided | None:
    """Give the last decision that went through and was not reversed, as far as the viewer sees it; in one query."""
    rows = scopes.decisions(viewer, now=now).filter(case_id=case_id)
    reversed_ones = ScalingDecision.objects.filter(outcome=ScalingDecision.Outcome.REVERSED).values("proposal_id")
    went = rows.filter(outcome__in=_WENT_THROUGH).exclude(proposal_id__in=reversed_ones)
    row = went.select_related("proposal").order_by("recorded_at", "id").last()
    return None if row is None else Decided(row.proposal.from_phase, row.proposal.to_phase, row.decided_on)
