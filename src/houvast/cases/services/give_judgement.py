"""Judge a proposal: who was asked does, or a director records what an organisation outside Houvast said."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import JudgementRequest, PartnerJudgement, ScalingDecision
from houvast.cases.rules.judging import NewJudgement, judgement_problems
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

RISK_PLACE = "cases_partnerjudgement.risk"
MUST_STAY_PLACE = "cases_partnerjudgement.must_stay"
WHY_PLACE = "cases_partnerjudgement.why"
SPOKEN_PLACE = "cases_partnerjudgement.spoken_with"


def give_judgement(*, actor: Actor, now: datetime, request_id: UUID, new: NewJudgement) -> UUID:
    """Give a judgement; gives its id. It is not changed afterwards.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was given already or the proposal is decided.
    """
    with acting_on_row(events.JUDGEMENT_GIVEN, scopes.judgement_requests, request_id, actor=actor, now=now) as found:
        loaded, asked = found
        verdict = policy.may_judge(
            loaded.viewer, loaded.facts, asked_member=asked.member_id, asked_by=asked.asked_by_id
        )
        loaded.permit(verdict)
        if PartnerJudgement.objects.filter(question=asked).exists():
            raise Conflict("Op deze vraag is al geantwoord. Een oordeel verandert niet meer.")
        if ScalingDecision.objects.filter(proposal_id=asked.proposal_id).exists():
            raise Conflict("Over dit voorstel is al besloten, of het is ingetrokken.")
        today = in_amsterdam(now).date()
        problems = judgement_problems(new, outside=asked.member_id is None, today=today)
        given_on = new.given_on if asked.member_id is None else today
        if problems or given_on is None:
            raise Invalid(problems)
        judgement = _write(loaded, asked, new, given_on, now)
        loaded.about("judgement", judgement.id, stance=judgement.stance)
        return judgement.id


def _write(
    loaded: LoadedCase, asked: JudgementRequest, new: NewJudgement, given_on: date, now: datetime
) -> PartnerJudgement:
    row_id = new_id()

    def sealed(text: str, place: str) -> bytes:
        return seal(loaded.case.key, text.strip(), place=f"{place}:{row_id}")

    outside = asked.member_id is None
    judgement = PartnerJudgement(
        id=row_id,
        question=asked,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        stance=PartnerJudgement.Stance.AGREES if new.agrees else PartnerJudgement.Stance.DISAGREES,
        risk_sealed=sealed(new.risk, RISK_PLACE),
        must_stay_sealed=sealed(new.must_stay, MUST_STAY_PLACE),
        why_sealed=sealed(new.why, WHY_PLACE),
        spoken_with_sealed=sealed(new.spoken_with if outside else "", SPOKEN_PLACE),
        channel=new.channel.strip() if outside else "",
        given_on=given_on,
        recorded_by_id=loaded.viewer.member_id,
        recorded_at=now,
    )
    judgement.save(force_insert=True)
    return judgement
