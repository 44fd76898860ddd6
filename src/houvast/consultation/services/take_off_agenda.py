"""Take an item off the agenda, before anything was said about it. Who was invited no longer sees it; a question of
another table that stood there waits for an agenda again."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemMember, ItemText, Resolution, TableQuestion
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.consultation.services.steps.sight import hide
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def take_off_agenda(*, actor: Actor, now: datetime, item_id: UUID) -> None:
    """Take an item off. Raises `NotVisible`, `Refused`, or `Conflict` when something was said or decided already."""
    with acting_on_item(events.ITEM_TAKEN_OFF, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        item = loaded.item
        said = ItemText.objects.filter(item=item).exists() or Resolution.objects.filter(item=item).exists()
        if said or TableQuestion.objects.filter(item=item).exists():
            raise Conflict("Over dit punt is al iets vastgelegd. Het blijft op de agenda.")
        item.taken_off_at = now
        item.save(update_fields=["taken_off_at"])
        ItemMember.objects.filter(item=item, until_at__isnull=True).update(until_at=now)
        TableQuestion.objects.filter(answering_item=item, answer__isnull=True).update(answering_item=None)
        hide(item, actor=actor, now=now)
