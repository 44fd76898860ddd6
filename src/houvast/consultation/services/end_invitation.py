"""End an invitation to an item: from this second they no longer see it."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemMember
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.consultation.services.steps.sight import show_anew
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def end_invitation(*, actor: Actor, now: datetime, item_id: UUID, member_id: UUID) -> None:
    """End it. Raises `NotVisible`, `Refused`, or `Conflict` when they were not invited."""
    with acting_on_item(events.ITEM_UNINVITED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        item = loaded.item
        rows = ItemMember.objects.filter(item=item, member_id=member_id, until_at__isnull=True)
        if not rows.update(until_at=now):
            raise Conflict("Deze persoon is niet uitgenodigd bij dit punt.")
        show_anew(item, loaded.of.meeting.chair_id, actor=actor, now=now)
        loaded.of.about("agenda_item", item.id, member=str(member_id))
