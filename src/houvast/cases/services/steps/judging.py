"""Weighing together: asking for judgements when a proposal is made, and seeing that nobody decides past them unsaid."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from houvast.ave.model import Boundary
from houvast.cases.models import JudgementRequest, ScalingProposal
from houvast.cases.rules.judging import NOT_WAITED, AskedFacts, missing, named
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.scaling import Deciding
from houvast.cases.selectors.asked_at_once import who_is_asked_at_once
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.directory.selectors import functions_of
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id


def named_for(loaded: LoadedCase, boundary: Boundary, proposed_by: UUID, *, now: datetime) -> tuple[str, ...]:
    """Give the functions whose judgement the model asks about what this member proposed."""
    own = functions_of(proposed_by, municipality_id=loaded.case.municipality_id, now=now)
    return named(loaded.model, boundary, own)


def ask_named(loaded: LoadedCase, boundary: Boundary, proposal: ScalingProposal, *, now: datetime) -> None:
    """Ask whom the model names, as far as it is clear who that is."""
    asked = who_is_asked_at_once(loaded.model, boundary, loaded.facts, proposal.proposed_by_id, now=now)
    for line, function in asked.people:
        write_request(loaded, proposal, line.organisation_id, line.id, function, now=now)


def write_request(
    loaded: LoadedCase,
    proposal: ScalingProposal,
    organisation_id: UUID,
    member_id: UUID | None,
    function: str,
    *,
    now: datetime,
) -> JudgementRequest:
    """Write one question, and let who is asked see the band and what is asked."""
    asked = JudgementRequest(
        id=new_id(),
        proposal=proposal,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        organisation_id=organisation_id,
        member_id=member_id,
        function=function,
        asked_by_id=loaded.viewer.member_id,
        asked_at=now,
        answer_before=proposal.decide_before,
    )
    asked.save(force_insert=True)
    members = [] if member_id is None else [member_id]
    cause = Cause("judgement_request", asked.id, "asked_to_judge")
    give_access(loaded.case, Relation.ASKED_TO_JUDGE, cause, now=now, phase=loaded.phase, member_ids=members)
    return asked


def require_judged(
    loaded: LoadedCase, boundary: Boundary, proposal: ScalingProposal | None, how: Deciding, *, now: datetime
) -> Deciding:
    """Give how it is decided, with why it did not wait only where judgements are missing; then it must say so.

    Without a proposal it is made with this decision, so that nobody answered yet. Raises `Invalid` when judgements
    are missing and nobody says why they are not waited for.
    """
    rows = JudgementRequest.objects.filter(proposal=proposal).values_list("function", "judgement")
    asked = [AskedFacts(function, judgement is not None) for function, judgement in rows]
    proposed_by = loaded.viewer.member_id if proposal is None else proposal.proposed_by_id
    functions = named_for(loaded, boundary, proposed_by, now=now)
    if missing(functions, asked).nothing:
        return replace(how, not_waited="")
    if not how.not_waited.strip():
        raise Invalid({"not_waited": NOT_WAITED})
    return how


def end_asking(case_id: UUID, *, now: datetime) -> None:
    """Withdraw what people saw because they were asked: the proposal is decided, or the case moved away from it."""
    asked = JudgementRequest.objects.filter(case_id=case_id)
    withdraw_access(asked.values_list("id", flat=True), now=now)
