"""A short line of the region of the matrix, and a question along it. Everybody in it is *verzonnen*."""

from uuid import UUID

from houvast.directory.models import Account
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.open_line import NewLine, open_line
from tests.worlds import NOW, World


def add_lines(here: World, partner: UUID) -> dict[str, str]:
    """Let the team of Sanne (`dir`) have a line to the partner (`part`), with Nadia (`team`) to stand in; she asks."""
    stand_in = here.id("nadia")
    for each in (partner, stand_in):
        Account.objects.get_or_create(member_id=each, defaults={"username": f"lid-{each}"})
    contact = NewContact(ContactState.MEMBER, member_id=partner, phone="0596 00 00 31", stand_in_id=stand_in)
    new = NewLine(here.teams["Gebiedsteam"].id, "FACT", contact)
    line_id = open_line(actor=here.actor("sanne"), now=NOW, new=new)
    asked = ask_colleague(actor=here.actor("sanne"), now=NOW, line_id=line_id, question="Hoe leggen jullie contact?")
    return {"line": str(line_id), "colleague_question": str(asked)}
