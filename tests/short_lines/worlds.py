"""A team with a short line to a partner. Everybody is *verzonnen*."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.models import Account, Member, Organisation
from houvast.directory.selectors import viewer as member_viewer
from houvast.directory.viewer import Viewer
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.selectors.lines import LineView, line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.set_contact import set_contact
from tests.worlds import NOW, World, add_member, make_world

PRINS = NewContact(ContactState.PERSON, name="Jan Prins (verzonnen)", phone="0596 00 00 12")
NOBODY = NewContact(ContactState.VACANT)


@dataclass(frozen=True)
class Lined:
    """A world in which the team of Sanne, Bram and Bos has a line to Yara, for whom Tjark stands in."""

    world: World
    partner: Organisation
    yara: Member
    tjark: Member
    line_id: UUID

    def viewer(self, who: Member | str, *, now: datetime = NOW) -> Viewer:
        """Give the facts of somebody."""
        found = member_viewer(who.id if isinstance(who, Member) else self.world.id(who), now=now)
        assert found is not None
        return found

    def seen(self, who: str = "sanne", *, now: datetime = NOW) -> LineView:
        """Give the line as somebody sees it."""
        return line(self.viewer(who, now=now), self.line_id, now=now)

    def set(self, new: NewContact, *, now: datetime = NOW, number: int = 1) -> None:
        """Let Sanne say who answers from now on."""
        actor = self.world.actor("sanne")
        set_contact(actor=actor, now=now, line_id=self.line_id, seen_number=number, new=new)


def make_lined() -> Lined:
    """Make that world."""
    world = make_world()
    partner = Organisation.objects.create(kind="fact", name="FACT (verzonnen)", region="Groningen")
    people = []
    for name in ("Yara Mensah", "Tjark Veldkamp"):
        made = add_member(partner, f"{name} (verzonnen)", "fact-behandelaar", "", "behandelaar FACT", None)
        Account.objects.create(member=made, username=f"lid-{made.id}")
        people.append(made)
    contact = NewContact(ContactState.MEMBER, people[0].id, phone="0596 00 00 31", stand_in_id=people[1].id)
    new = NewLine(world.teams["Gebiedsteam"].id, "FACT", contact, partner.id)
    line_id = open_line(actor=world.actor("sanne"), now=NOW, new=new)
    return Lined(world, partner, people[0], people[1], line_id)
