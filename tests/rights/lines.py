"""A short line of the region of the matrix. Everybody in it is *verzonnen*."""

from uuid import UUID

from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.services.open_line import NewLine, open_line
from tests.worlds import NOW, World


def add_lines(here: World, partner: UUID) -> dict[str, str]:
    """Let the team of Sanne (`dir`) have a line to the partner (`part`)."""
    contact = NewContact(ContactState.MEMBER, member_id=partner, phone="0596 00 00 31")
    new = NewLine(here.teams["Gebiedsteam"].id, "FACT", contact)
    return {"line": str(open_line(actor=here.actor("sanne"), now=NOW, new=new))}
