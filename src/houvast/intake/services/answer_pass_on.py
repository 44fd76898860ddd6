"""Answer for a team to which a concern was passed on: it takes it, or gives it back with a reason."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events, policy, scopes
from houvast.intake.models import Concern, PassOnAnswer, TriageDecision
from houvast.intake.rules.urgency import decide_by
from houvast.intake.selectors.settings import settings_of
from houvast.intake.services.steps.load_concern import LoadedConcern, acting_on_concern, answer_of
from houvast.intake.services.steps.write_decision import move
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

ANSWER_PLACE = "intake_passonanswer.reason"


def answer_pass_on(*, actor: Actor, now: datetime, concern_id: UUID, accepted: bool, reason: str = "") -> None:
    """Answer. Who accepts has the concern; who gives it back says why, and triage has it on the most urgent clock.

    Raises `NotVisible`, `Refused`, `Invalid` without a reason, or `Conflict` when it is no longer asked.
    """
    scope = scopes.answerable
    with acting_on_concern(events.PASS_ON_ANSWERED, actor=actor, now=now, concern_id=concern_id, scope=scope) as loaded:
        decision = _asked(loaded, now)
        if not accepted and not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom het team dit niet oppakt. Dan kan triage verder."})
        answer_id = new_id()
        PassOnAnswer(
            id=answer_id,
            decision=decision,
            accepted=accepted,
            answered_by_id=loaded.viewer.member_id,
            answered_at=now,
            reason_sealed=seal(loaded.key, reason.strip(), place=f"{ANSWER_PLACE}:{answer_id}"),
        ).save(force_insert=True)
        loaded.details(accepted=accepted, team=str(decision.to_team_id))
        if accepted:
            move(loaded.concern, state=Concern.State.DECIDED)
        else:
            soonest = decide_by(now, settings_of(loaded.concern.municipality_id).urgencies["urgent"])
            move(
                loaded.concern,
                state=Concern.State.WAITING,
                decide_before=min(loaded.concern.decide_before, soonest),
            )


def _asked(loaded: LoadedConcern, now: datetime) -> TriageDecision:
    """Give the passing on that waits for this team's answer."""
    decision = loaded.decision
    loaded.permit(policy.may_answer_pass_on(loaded.viewer, decision.to_team_id))
    if answer_of(loaded.concern) is not None:
        raise Conflict("Op dit signaal is al geantwoord. Kijk opnieuw wat er nu geldt.")
    if loaded.facts.waits:
        raise Conflict("De termijn om te antwoorden is voorbij. Triage heeft het signaal terug; bel als u het wilt.")
    return decision
