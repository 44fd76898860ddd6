"""Invite somebody to one item: from now on they see it, until the meeting is closed."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy
from houvast.consultation.models import ItemMember
from houvast.consultation.services.steps.loading import acting_on_item
from houvast.consultation.services.steps.sight import show
from houvast.directory.selectors import functions_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def invite_to_item(*, actor: Actor, now: datetime, item_id: UUID, member_id: UUID) -> None:
    """Invite a member who works in the municipality of the item, or at a partner there.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when they are invited already.
    """
    with acting_on_item(events.ITEM_INVITED, item_id, actor=actor, now=now) as loaded:
        loaded.of.permit(policy.may_prepare(loaded.of.viewer, loaded.of.facts))
        item = loaded.item
        if not functions_of(member_id, municipality_id=item.municipality_id, now=now):
            raise Invalid({"member": "Kies iemand die in deze gemeente werkt, of bij een partner."})
        if ItemMember.objects.filter(item=item, member_id=member_id, until_at__isnull=True).exists():
            raise Conflict("Deze persoon is al uitgenodigd bij dit punt.")
        ItemMember(item=item, member_id=member_id, from_at=now).save(force_insert=True)
        show(item, [member_id], actor=actor, now=now)
        loaded.of.about("agenda_item", item.id, member=str(member_id))
