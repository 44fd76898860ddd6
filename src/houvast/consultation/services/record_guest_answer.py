"""Record whether a resident or supporter who was invited comes."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemGuest
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def record_guest_answer(*, actor: Actor, now: datetime, item_id: UUID, guest_id: UUID, comes: bool) -> None:
    """Record it, until the meeting is closed; the last word holds.

    Raises `NotVisible`, `Refused`, or `Conflict` for somebody who was not asked to this item.
    """
    with acting_on_item(events.GUEST_ANSWERED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        rows = ItemGuest.objects.filter(pk=guest_id, item=loaded.item).exclude(answer=ItemGuest.Answer.NOT_ASKED)
        answer = ItemGuest.Answer.COMES if comes else ItemGuest.Answer.DOES_NOT_COME
        if not rows.update(answer=answer):
            raise Conflict("Deze persoon is niet gevraagd voor dit punt. Kijk op de pagina van het punt wie er komt.")
        loaded.of.about("item_guest", guest_id, answer=answer.value)
