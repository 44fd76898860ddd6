"""Take a question to a team back; it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import TakeOverAnswer
from houvast.cases.services.answer_take_over import ADVICE_PLACE
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal


def withdraw_take_over(*, actor: Actor, now: datetime, request_id: UUID, reason: str) -> None:
    """Take a question to a team back that nobody has answered; the team sees the case no more because of it.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    scope = scopes.take_over_requests
    with acting_on_row(events.TAKE_OVER_WITHDRAWN, scope, request_id, actor=actor, now=now) as found:
        loaded, asked = found
        loaded.permit(policy.may_withdraw_take_over(loaded.viewer, loaded.facts, asked_by=asked.asked_by_id))
        if TakeOverAnswer.objects.filter(request=asked).exists():
            raise Conflict("Op deze vraag is al geantwoord, of zij is al ingetrokken.")
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u de vraag intrekt."})
        answer_id = new_id()
        TakeOverAnswer(
            id=answer_id,
            request=asked,
            outcome=TakeOverAnswer.Outcome.WITHDRAWN,
            answered_by_id=loaded.viewer.member_id,
            answered_at=now,
            advice_sealed=seal(loaded.case.key, reason.strip(), place=f"{ADVICE_PLACE}:{answer_id}"),
        ).save(force_insert=True)
        withdraw_access([asked.id], now=now)
        loaded.about("take_over", asked.id, team=str(asked.to_team_id))
