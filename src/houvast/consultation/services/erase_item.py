"""Erase an agenda item that is nobody's case: its key is destroyed, and nobody sees it any more."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import AgendaItem
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key


def erase_item(*, actor: Actor, now: datetime, item_id: UUID) -> None:
    """Destroy the key of an item, with what was said and decided about it. Safe to repeat.

    Whether it is time, and who approved it, is for `accountability` to say. Raises `NotVisible` for what is a case.
    """
    with act(events.ITEM_ERASED, actor=actor, now=now) as acting:
        item = AgendaItem.objects.select_for_update(of=("self",)).select_related("key").filter(pk=item_id).first()
        if item is None or item.key is None:
            raise NotVisible
        destroy_key(item.key, now=now)
        acting.municipality = item.municipality_id
        acting.subject, acting.subject_id = "agenda_item", item_id
