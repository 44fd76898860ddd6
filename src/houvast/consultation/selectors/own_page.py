"""When a resident is invited to a meeting: for a higher room that judged who asks (ADR 0039)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.consultation.models import AgendaItem, ItemGuest, Meeting


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting still to come to which the resident was told that they may come. `comes` is None when that is open."""

    starts_at: datetime
    table: str
    comes: bool | None
    item_id: UUID


_COMES = {ItemGuest.Answer.COMES: True, ItemGuest.Answer.DOES_NOT_COME: False}


def next_invitation(case_id: UUID, *, now: datetime) -> Invitation | None:
    """Give the first meeting to come where the resident may be at their own item, in one query; None without one."""
    items = AgendaItem.objects.filter(case_id=case_id, taken_off_at__isnull=True)
    guests = ItemGuest.objects.filter(item__in=items, kind=ItemGuest.Kind.RESIDENT, told_on__isnull=False)
    coming = guests.filter(item__meeting__ends_at__gt=now).exclude(item__meeting__state=Meeting.State.CLOSED)
    guest = coming.select_related("item__meeting__table").order_by("item__meeting__starts_at", "-recorded_at").first()
    if guest is None:
        return None
    meeting = guest.item.meeting
    return Invitation(meeting.starts_at, meeting.table.name, _COMES.get(ItemGuest.Answer(guest.answer)), guest.item_id)
