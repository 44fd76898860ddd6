"""Proposals: what is asked for one, whether one waits, and writing it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from houvast.ave.model import Boundary
from houvast.cases.models import ScalingDecision, ScalingProposal
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.scaling import NewProposal, proposal_problems, ticked_known
from houvast.cases.selectors.children import has_children
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.directory.selectors import deciders
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days
from houvast.vault.sealing import seal

REASON_PLACE = "cases_scalingproposal.reason"
CHILDREN_PLACE = "cases_scalingproposal.children"
LOCAL_PLACE = "cases_scalingproposal.local_attempts"


def boundary_to(loaded: LoadedCase, to_phase: int) -> Boundary:
    """Give the boundary from the case's phase to another, or raise `Invalid` when the model has no such way."""
    boundary = loaded.model.boundary(loaded.phase, to_phase)
    if boundary is None:
        raise Invalid({"to_phase": "Het model van uw gemeente kent deze stap niet. Ga één fase omhoog of omlaag."})
    return boundary


def undecided(case_id: UUID) -> ScalingProposal | None:
    """Give the proposal of a case that still waits for a decision; there is one at most.

    A proposal from an earlier period has lapsed: the case moved, because an urgent scaling was reversed.
    """
    decided = ScalingDecision.objects.filter(case_id=case_id).values("proposal_id")
    current = ScalingProposal.objects.filter(case_id=case_id, from_period=F("case__phase_period"))
    return current.exclude(pk__in=decided).first()


def unconfirmed(case_id: UUID) -> bool:
    """Say whether an urgent scaling of this case waits to be confirmed or reversed, and the case has not moved on."""
    answered = ScalingDecision.objects.filter(proposal_id=OuterRef("proposal_id"), number=2)
    urgent = ScalingDecision.objects.filter(case_id=case_id, outcome=ScalingDecision.Outcome.URGENT)
    newest = urgent.filter(case__phase_period__number=F("proposal__from_period__number") + 1)
    return newest.filter(~Exists(answered)).exists()


def check_proposal(loaded: LoadedCase, boundary: Boundary, new: NewProposal) -> None:
    """Raise `Invalid` when something is missing, and `Conflict` when another proposal waits."""
    if undecided(loaded.case.id) is not None:
        raise Conflict("Er wacht al een voorstel voor deze casus. Besluit daar eerst over, of trek het in.")
    problems = proposal_problems(
        loaded.model,
        boundary,
        ticked=new.criteria,
        reason=new.reason,
        children=has_children(loaded.case.id),
        child_text=new.children,
        local=new.local_attempts,
    )
    if problems:
        raise Invalid(problems)


def write_proposal(loaded: LoadedCase, boundary: Boundary, new: NewProposal, *, now: datetime) -> ScalingProposal:
    """Write the proposal; its texts are sealed under the case's key."""
    proposal_id = new_id()

    def sealed(text: str, place: str) -> bytes:
        return seal(loaded.case.key, text.strip(), place=f"{place}:{proposal_id}")

    proposal = ScalingProposal(
        id=proposal_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        from_period=loaded.case.phase_period,
        from_phase=loaded.phase,
        to_phase=new.to_phase,
        criteria=list(ticked_known(boundary, new.criteria)),
        reason_sealed=sealed(new.reason, REASON_PLACE),
        children_sealed=sealed(new.children, CHILDREN_PLACE),
        local_attempts_sealed=sealed(new.local_attempts, LOCAL_PLACE),
        proposed_by_id=loaded.viewer.member_id,
        proposed_at=now,
        decide_before=add_working_days(now, boundary.decide_within_working_days),
    )
    proposal.save(force_insert=True)
    return proposal


def let_decide(loaded: LoadedCase, functions: Collection[str], source: str, source_id: UUID, *, now: datetime) -> None:
    """Let those whom the model names, and who have their mandate, see what they must decide about."""
    members = deciders(loaded.case.municipality_id, functions, now=now)
    cause = Cause(source, source_id, "decides")
    give_access(loaded.case, Relation.DECIDER, cause, now=now, phase=loaded.phase, member_ids=members)
