"""Judge and write who answers at the other end of a line."""

from datetime import datetime
from uuid import UUID

from houvast.directory.selectors import workers_for
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.models import LineContact
from houvast.short_lines.rules.contacts import NewContact, contact_problems, tidied


def judged(
    new: NewContact, municipality_id: UUID, *, now: datetime, other_problems: dict[str, str] | None = None
) -> NewContact:
    """Give the contact tidied. Raises `Invalid` with all that is wrong, also with what else was filled in."""
    members = {each.id for each in workers_for(municipality_id, now=now)}
    contact = tidied(new)
    problems = (other_problems or {}) | contact_problems(contact, members=members, today=in_amsterdam(now).date())
    if problems:
        raise Invalid(problems)
    return contact


def write_contact(
    contact: NewContact, *, contact_id: UUID, line_id: UUID, number: int, set_by: UUID, now: datetime
) -> LineContact:
    """Write the next row of the history of a line."""
    row = LineContact(
        id=contact_id,
        line_id=line_id,
        number=number,
        since=now,
        state=contact.state.value,
        member_id=contact.member_id,
        name=contact.name,
        phone=contact.phone,
        email=contact.email,
        hours=contact.hours,
        until_on=contact.until_on,
        stand_in_id=contact.stand_in_id,
        stand_in_name=contact.stand_in_name,
        stand_in_phone=contact.stand_in_phone,
        set_by_id=set_by,
    )
    row.save(force_insert=True)
    return row
