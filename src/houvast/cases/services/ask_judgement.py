"""Ask one more person or organisation for a judgement of their own on a waiting proposal."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases import events, policy, scopes
from houvast.cases.models import CaseOrganisation, JudgementRequest
from houvast.cases.services.steps.deciding import boundary_of
from houvast.cases.services.steps.judging import named_for, write_request
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.proposing import undecided
from houvast.directory.selectors import functions_of, organisation_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

NOT_CHOSEN = "Kies wie u om een oordeel vraagt."
NOT_HERE = "Kies iemand die het model noemt, of iemand van een organisatie om het huishouden."


def ask_judgement(
    *,
    actor: Actor,
    now: datetime,
    proposal_id: UUID,
    member_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> UUID:
    """Ask a member, or an organisation outside Houvast when no member is given; gives the id of the question.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was decided or this one was asked already.
    """
    with acting_on_row(events.JUDGEMENT_ASKED, scopes.proposals, proposal_id, actor=actor, now=now) as found:
        loaded, proposal = found
        loaded.permit(policy.may_ask_judgement(loaded.viewer, loaded.facts, proposed_by=proposal.proposed_by_id))
        boundary, waiting = boundary_of(loaded, proposal), undecided(loaded.case.id)
        if waiting is None or waiting.id != proposal_id:
            raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
        works_at = organisation_of(member_id) if member_id else organisation_id
        if works_at is None:
            raise Invalid({"who": NOT_CHOSEN})
        function = _function(loaded, named_for(loaded, boundary, proposal.proposed_by_id, now=now), member_id, now)
        if not function and not _around(loaded, works_at):
            raise Invalid({"who": NOT_HERE})
        same = Q(member__isnull=True, organisation_id=works_at) if member_id is None else Q(member_id=member_id)
        if JudgementRequest.objects.filter(same, proposal=proposal).exists():
            raise Conflict("Dit oordeel is al gevraagd.")
        asked = write_request(loaded, proposal, works_at, member_id, function, now=now)
        loaded.about("judgement_request", asked.id, outside=member_id is None)
        return asked.id


def _function(loaded: LoadedCase, functions: tuple[str, ...], member_id: UUID | None, now: datetime) -> str:
    """Give the function that the model names and this member has; "" when there is none."""
    if member_id is None:
        return ""
    held = functions_of(member_id, municipality_id=loaded.case.municipality_id, now=now)
    return next((code for code in functions if code in held), "")


def _around(loaded: LoadedCase, organisation_id: UUID) -> bool:
    rows = CaseOrganisation.objects.filter(case=loaded.case, organisation_id=organisation_id, until__isnull=True)
    return rows.exists()
