"""Answer a hand-over: who was asked accepts or refuses; who asked may withdraw."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy, scopes
from houvast.cases.models import HandOver, HandOverAnswer, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import place
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.set_seat import SeatChange, set_seat
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_handoveranswer.reason"


def answer_hand_over(
    *, actor: Actor, now: datetime, hand_over_id: UUID, outcome: HandOverAnswer.Outcome, reason: str = ""
) -> None:
    """Accept, refuse (with a reason) or withdraw. A late answer still counts while nobody else took the seat.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was answered or the seat has changed hands since.
    """
    with acting_on_row(events.HAND_OVER_ANSWERED, scopes.hand_overs, hand_over_id, actor=actor, now=now) as found:
        loaded, asked = found
        loaded.permit(
            policy.may_answer_hand_over(
                loaded.viewer,
                loaded.facts,
                asked_member=asked.to_member_id,
                asked_by=asked.asked_by_id,
                withdraws=outcome == HandOverAnswer.Outcome.WITHDRAWN,
            )
        )
        _require_open(asked, loaded)
        if outcome == HandOverAnswer.Outcome.REFUSED and not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u het niet overneemt. Dan kan de vrager verder."})
        _write_answer(asked, loaded, outcome, reason, now)
        withdraw_access([asked.id], now=now)
        if outcome == HandOverAnswer.Outcome.ACCEPTED:
            _take_seat(asked, loaded, now)
        to = str(asked.to_member_id)
        loaded.about("hand_over", asked.id, responsibility=asked.responsibility, outcome=str(outcome), member=to)


def _require_open(asked: HandOver, loaded: LoadedCase) -> None:
    if HandOverAnswer.objects.filter(hand_over=asked).exists():
        raise Conflict("Op deze vraag is al geantwoord.")
    if loaded.seat(Responsibility(asked.responsibility)).id != asked.seat_id:
        raise Conflict("Iemand anders heeft deze verantwoordelijkheid intussen. Deze vraag is niet meer geldig.")


def _write_answer(
    asked: HandOver, loaded: LoadedCase, outcome: HandOverAnswer.Outcome, reason: str, now: datetime
) -> None:
    answer_id = new_id()
    HandOverAnswer(
        id=answer_id,
        hand_over=asked,
        outcome=outcome,
        answered_by_id=loaded.viewer.member_id,
        answered_at=now,
        reason_sealed=seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{answer_id}"),
    ).save(force_insert=True)


def _take_seat(asked: HandOver, loaded: LoadedCase, now: datetime) -> None:
    responsibility = Responsibility(asked.responsibility)
    becomes = place(loaded, responsibility, Choice(member_id=asked.to_member_id), now=now)
    change = SeatChange(responsibility, becomes, Seat.Cause.HANDED_OVER, set_by=loaded.viewer.member_id)
    set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
