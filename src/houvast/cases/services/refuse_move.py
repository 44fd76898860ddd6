"""Refuse a case that another municipality offers, with the reason. It stays where it is."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import MoveAnswer
from houvast.cases.services.steps.load_case import answering_offer
from houvast.cases.services.steps.move_rows import (
    Answer,
    functions_that_answer,
    must_be_open,
    who_is_asked,
    write_answer,
)
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def refuse_move(*, actor: Actor, now: datetime, offer_id: UUID, reason: str) -> None:
    """Refuse; who refused sees the offer no more. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with answering_offer(events.MOVE_ANSWERED, offer_id, actor=actor, now=now) as (loaded, offer):
        functions = functions_that_answer([offer], loaded.viewer.municipality_id)
        loaded.permit(policy.may_answer_move(loaded.viewer, who_is_asked(offer, functions)))
        must_be_open(offer)
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom uw gemeente de casus niet overneemt."})
        write_answer(loaded, offer, Answer(MoveAnswer.Outcome.REFUSED, reason), now=now)
        loaded.about("move", offer.id, outcome=MoveAnswer.Outcome.REFUSED.value)
