"""Move an item up or down the agenda."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import AgendaItem
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.kernel.actor import Actor


def move_item(*, actor: Actor, now: datetime, item_id: UUID, up: bool) -> None:
    """Let an item change places with the one before or after it. At the end of the list nothing moves.

    Raises `NotVisible` or `Refused`.
    """
    with acting_on_item(events.ITEM_MOVED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        item = loaded.item
        rows = AgendaItem.objects.filter(meeting_id=item.meeting_id, taken_off_at__isnull=True)
        if up:
            other = rows.filter(position__lt=item.position).order_by("-position").first()
        else:
            other = rows.filter(position__gt=item.position).order_by("position").first()
        if other is not None:
            AgendaItem.objects.filter(pk=item.id).update(position=other.position)
            AgendaItem.objects.filter(pk=other.id).update(position=item.position)
        loaded.of.acting.details = {"up": up}
