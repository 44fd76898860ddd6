"""Say who answers at the other end of a line from now on, or that nobody does yet."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from houvast.short_lines import events
from houvast.short_lines.rules.contacts import NewContact
from houvast.short_lines.services.steps.loading import keeping
from houvast.short_lines.services.steps.writing import judged, write_contact


def set_contact(*, actor: Actor, now: datetime, line_id: UUID, seen_number: int, new: NewContact) -> None:
    """Write the next row of the history; what was there stays to be read.

    `seen_number` is that of the contact that was seen. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with keeping(events.CONTACT_SET, line_id, actor=actor, now=now, seen_number=seen_number) as loaded:
        contact = judged(new, loaded.row.municipality_id, now=now)
        number, who = seen_number + 1, loaded.viewer.member_id
        write_contact(contact, contact_id=new_id(), line_id=line_id, number=number, set_by=who, now=now)
        loaded.acting.details = {"state": contact.state.value, "number": number}
