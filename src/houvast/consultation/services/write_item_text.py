"""Write what was said about an item, in three lines. An earlier version stays."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemText
from houvast.consultation.rules.saying import lines_of, text_problem
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

TEXT_PLACE = "consultation_itemtext.text"


def write_item_text(*, actor: Actor, now: datetime, item_id: UUID, text: str, seen: int | None = None) -> int:
    """Write the next version; gives its number. `seen` is the number of the version that the person saw (0 for none).

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else wrote meanwhile.
    """
    with acting_on_item(events.TEXT_WRITTEN, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_write_minutes(loaded.of.viewer, loaded.of.facts))
        problem = text_problem(text)
        if problem:
            raise Invalid({"text": problem})
        number = ItemText.objects.filter(item=loaded.item).count()
        if seen is not None and seen != number:
            raise Conflict("Iemand anders schreef hier intussen iets. Kijk opnieuw; uw tekst staat hieronder.")
        text_id = new_id()
        ItemText(
            id=text_id,
            item=loaded.item,
            number=number + 1,
            text_sealed=seal(loaded.key, "\n".join(lines_of(text)), place=f"{TEXT_PLACE}:{text_id}"),
            written_at=now,
            author_id=loaded.of.viewer.member_id,
        ).save(force_insert=True)
        loaded.of.about("item_text", text_id, number=number + 1)
        return number + 1
