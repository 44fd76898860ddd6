"""Answer for a team: it takes the case, gives it back with advice, or shares it. Returns are counted on the case."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy, scopes
from houvast.cases.models import Seat, TakeOverAnswer
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import place
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.set_seat import SeatChange, set_seat
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

ADVICE_PLACE = "cases_takeoveranswer.advice"


def answer_take_over(
    *,
    actor: Actor,
    now: datetime,
    request_id: UUID,
    outcome: TakeOverAnswer.Outcome,
    advice: str = "",
    case_director: UUID | None = None,
) -> None:
    """Answer for the team that was asked. Who accepts names the case director; who returns or shares gives advice.

    A shared case keeps its director; the team stays able to see it.
    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    scope = scopes.take_over_requests
    with acting_on_row(events.TAKE_OVER_ANSWERED, scope, request_id, actor=actor, now=now) as found:
        loaded, asked = found
        loaded.permit(policy.may_answer_take_over(loaded.viewer, loaded.facts, to_team=asked.to_team_id))
        if TakeOverAnswer.objects.filter(request=asked).exists():
            raise Conflict("Op deze vraag is al geantwoord, of zij is ingetrokken.")
        if outcome == TakeOverAnswer.Outcome.WITHDRAWN:
            raise Invalid({"outcome": "Kies wat uw team doet. Intrekken doet wie het vroeg."})
        if outcome != TakeOverAnswer.Outcome.ACCEPTED and not advice.strip():
            raise Invalid({"advice": "Geef advies mee. Dan kan de vrager verder."})
        answer_id = new_id()
        TakeOverAnswer(
            id=answer_id,
            request=asked,
            outcome=outcome,
            answered_by_id=loaded.viewer.member_id,
            answered_at=now,
            advice_sealed=seal(loaded.case.key, advice.strip(), place=f"{ADVICE_PLACE}:{answer_id}"),
        ).save(force_insert=True)
        if outcome == TakeOverAnswer.Outcome.ACCEPTED:
            _take(loaded, case_director, now)
        if outcome == TakeOverAnswer.Outcome.RETURNED:
            loaded.case.returns += 1
            loaded.case.save(update_fields=["returns"])
        if outcome != TakeOverAnswer.Outcome.SHARED:
            withdraw_access([asked.id], now=now)
        team = str(asked.to_team_id)
        loaded.about("take_over", asked.id, outcome=str(outcome), team=team, **loaded.seats_changed())


def _take(loaded: LoadedCase, case_director: UUID | None, now: datetime) -> None:
    if case_director is None:
        raise Invalid({"case_director": "Kies wie van het team de casusregie neemt."})
    becomes = place(loaded, Responsibility.CASE_DIRECTION, Choice(member_id=case_director), now=now)
    change = SeatChange(Responsibility.CASE_DIRECTION, becomes, Seat.Cause.HANDED_OVER, set_by=loaded.viewer.member_id)
    set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
