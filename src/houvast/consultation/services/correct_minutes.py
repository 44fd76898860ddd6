"""Put something right in the minutes of a closed meeting. What was written stays; the correction stands below it."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import Correction
from houvast.consultation.rules.saying import lines_of, text_problem
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.vault.sealing import seal, unseal

CORRECTION_PLACE = "consultation_correction.text"


def correct_minutes(*, actor: Actor, now: datetime, item_id: UUID, text: str) -> UUID:
    """Add a correction to an item; gives its id. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict`
    when the same was added a moment ago."""
    with acting_on_item(events.MINUTES_CORRECTED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_correct(loaded.of.viewer, loaded.of.facts))
        problem = text_problem(text)
        if problem:
            raise Invalid({"text": problem})
        words = "\n".join(lines_of(text))
        recent = Correction.objects.filter(
            item=loaded.item, author_id=loaded.of.viewer.member_id, written_at__gt=now - SAME_WITHIN
        )
        if words in (unseal(loaded.key, row.text_sealed, place=f"{CORRECTION_PLACE}:{row.id}") for row in recent):
            raise Conflict(ALREADY)
        row = Correction(
            id=new_id(),
            item=loaded.item,
            number=1 + Correction.objects.filter(item=loaded.item).count(),
            written_at=now,
            author_id=loaded.of.viewer.member_id,
        )
        row.text_sealed = seal(loaded.key, words, place=f"{CORRECTION_PLACE}:{row.id}")
        row.save(force_insert=True)
        loaded.of.about("correction", row.id, number=row.number)
        return row.id
