"""Scale up at once: the case moves now, and somebody else confirms or reverses it within the model's term."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Direction
from houvast.cases import events, policy
from houvast.cases.models import PhasePeriod, ScalingDecision
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.scaling import Deciding, NewProposal, urgent_problems
from houvast.cases.selectors.children import has_children
from houvast.cases.services.steps.deciding import move, write_decision
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.proposing import boundary_to, let_decide, undecided, write_proposal
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def scale_urgently(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    new: NewProposal,
    seen_period: UUID | None = None,
    seen_words: int = 0,
) -> UUID:
    """Scale up now, on three fields: at least one criterion, the reason, and the children where there are any.

    `seen_words` is the number of the last own words that the actor saw: nothing is done past newer ones.
    Gives the id of the decision. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_case(
        events.SCALED_URGENTLY, actor=actor, now=now, case_id=case_id, seen_period=seen_period
    ) as loaded:
        boundary = boundary_to(loaded, new.to_phase)
        if boundary.direction is not Direction.UP:
            raise Invalid({"to_phase": "Met spoed kan een casus alleen omhoog."})
        loaded.permit(policy.may_scale_urgently(loaded.viewer, loaded.facts, boundary))
        loaded.require_heard(seen_words, now=now)
        if undecided(case_id) is not None:
            raise Conflict("Er wacht al een voorstel voor deze casus. Besluit daar eerst over, of trek het in.")
        problems = urgent_problems(new, children=has_children(case_id))
        if problems:
            raise Invalid(problems)
        proposal = write_proposal(loaded, boundary, new, now=now)
        decision = write_decision(loaded, boundary, proposal, ScalingDecision.Outcome.URGENT, Deciding(), now=now)
        move(loaded, boundary, {}, now=now, cause=PhasePeriod.Cause.SCALED_UP_URGENTLY)
        let_decide(loaded, boundary.urgent_confirmed_by, "decision", decision.id, now=now)
        _let_follow(loaded, decision, now)
        loaded.about("decision", decision.id, to_phase=new.to_phase, **loaded.seats_changed())
        return decision.id


def _let_follow(loaded: LoadedCase, decision: ScalingDecision, now: datetime) -> None:
    """Let who scaled see the decision until it is answered: a process director on duty may hold no seat here."""
    cause, members = Cause("decision", decision.id, "scaled_urgently"), [loaded.viewer.member_id]
    give_access(loaded.case, Relation.SCALED_URGENTLY, cause, now=now, phase=loaded.phase, member_ids=members)
