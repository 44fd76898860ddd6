"""Take an offer to another municipality back; it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import MoveAnswer
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.move_rows import Answer, must_be_open, write_answer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def withdraw_move(*, actor: Actor, now: datetime, offer_id: UUID, reason: str) -> None:
    """Take it back; who was asked sees it no more. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with acting_on_row(events.MOVE_WITHDRAWN, scopes.move_offers, offer_id, actor=actor, now=now) as (loaded, offer):
        loaded.permit(policy.may_withdraw_move(loaded.viewer, loaded.facts, offered_by=offer.offered_by_id))
        must_be_open(offer)
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom u het aanbod intrekt."})
        write_answer(loaded, offer, Answer(MoveAnswer.Outcome.WITHDRAWN, reason), now=now)
        loaded.about("move", offer.id, outcome=MoveAnswer.Outcome.WITHDRAWN.value)
