"""Ask a team to take a case over."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import TakeOverRequest
from houvast.cases.rules.matrix import Relation
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.directory.selectors import team_domain
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days
from houvast.vault.sealing import seal

REASON_PLACE = "cases_takeoverrequest.reason"


def ask_take_over(*, actor: Actor, now: datetime, case_id: UUID, to_team: UUID, reason: str) -> UUID:
    """Ask a team of the case's municipality; gives the id of the question. The term is that of a hand-over.

    Raises `NotVisible`, `Refused`, or `Invalid` when the team is unknown, no reason is given or a question is open.
    """
    with acting_on_case(events.TAKE_OVER_ASKED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        domain = team_domain(to_team, municipality_id=loaded.case.municipality_id)
        problems = {}
        if domain is None:
            problems["team"] = "Kies een team van uw eigen gemeente."
        if not reason.strip():
            problems["reason"] = "Schrijf op wat u van het team vraagt."
        if TakeOverRequest.objects.filter(case_id=case_id, answer__isnull=True).exists():
            problems["team"] = "Er ligt al een vraag bij een team. Wacht op het antwoord, of trek die vraag in."
        if problems:
            raise Invalid(problems)
        asked = TakeOverRequest(
            id=new_id(),
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            to_team_id=to_team,
            asked_by_id=loaded.viewer.member_id,
            asked_at=now,
            answer_before=add_working_days(now, loaded.model.hand_over.accept_within_working_days),
        )
        asked.reason_sealed = seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{asked.id}")
        asked.save(force_insert=True)
        cause = Cause("take_over", asked.id, "asked_to_take_over")
        give_access(
            loaded.case,
            Relation.ASKED_TO_TAKE_OVER,
            cause,
            now=now,
            phase=loaded.phase,
            team_ids=[to_team],
            domain=domain or "",
        )
        loaded.about("take_over", asked.id, team=str(to_team))
        return asked.id
