"""A table with a meeting today and a case to discuss. Everybody in it is *verzonnen*."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.consultation.models import AgendaItem, ConsultationTable
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.directory.models import Member, Organisation
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor, member, system
from houvast.plans.rules.tasks import Owner
from tests.lives import open_with
from tests.worlds import NOW, World, add_member, make_world

MONDAY = datetime(2026, 12, 7, 9, 0, tzinfo=NOW.tzinfo)
BEGUN = MONDAY + timedelta(minutes=2)
THURSDAY = date(2026, 12, 10)
SYSTEM = system("practice")


@dataclass(frozen=True)
class Tabled:
    """An MDO that Nadia chairs, with Sanne, Iris and Yara of the GGZ; planned for Monday the seventh of December."""

    world: World
    table_id: UUID
    meeting_id: UUID
    case_id: UUID
    partner: Member

    def actor(self, who: str) -> Actor:
        """Give a member as an actor; the partner is "yara"."""
        return member(self.partner.id) if who == "yara" else self.world.actor(who)

    def id(self, who: str) -> UUID:
        """Give the id of a member."""
        return self.partner.id if who == "yara" else self.world.id(who)

    def viewer(self, who: str, now: datetime = BEGUN) -> Viewer:
        """Give a member as a viewer."""
        return viewer_of(self.actor(who), now=now)

    def put_case(self, who: str = "sanne", now: datetime = NOW, question: str = "Wie belt de kliniek?") -> UUID:
        """Put the case on the agenda."""
        new = NewItem(AgendaItem.Kind.CASE, self.case_id, question=question)
        return put_on_agenda(actor=self.actor(who), now=now, meeting_id=self.meeting_id, new=new)

    def put_theme(self, who: str = "nadia", now: datetime = NOW) -> UUID:
        """Put a theme on the agenda."""
        new = NewItem(AgendaItem.Kind.THEME, title="Drukte in het weekend")
        return put_on_agenda(actor=self.actor(who), now=now, meeting_id=self.meeting_id, new=new)

    def open(self) -> None:
        """Let the meeting begin."""
        open_meeting(actor=self.actor("nadia"), now=BEGUN, meeting_id=self.meeting_id)

    def resolve(self, item_id: UUID, who: str = "sanne", what: str = "Belt de kliniek", day: date = THURSDAY) -> UUID:
        """Let Nadia record that somebody does something."""
        new = NewResolution(what, Owner(member_id=self.id(who)), day)
        return make_resolution(actor=self.actor("nadia"), now=BEGUN, item_id=item_id, new=new)


def setting(world: World, chair: str = "nadia", name: str = "MDO") -> TableSetting:
    """Give a table as the municipality wants it."""
    return TableSetting(name, ConsultationTable.Kind.MDO, world.id(chair), "Convenant (verzonnen)")


def make_tabled() -> Tabled:
    """Make the table, its meeting and a case that Sanne leads, with the GGZ around it."""
    world = make_world()
    ggz = Organisation.objects.create(kind="mental_health", name="GGZ (verzonnen)", region="Groningen")
    partner = add_member(ggz, "Yara Mensah", "behandelaar-ggz", "", "behandelaar GGZ", None)
    table_id = set_table(actor=SYSTEM, now=NOW, municipality_id=world.municipality.id, setting=setting(world))
    for person in (world.id("sanne"), world.id("iris"), partner.id):
        join_table(actor=SYSTEM, now=NOW, table_id=table_id, member_id=person)
    meeting_id = plan_meeting(actor=world.actor("nadia"), now=NOW, table_id=table_id, starts_at=MONDAY)
    case_id = open_with(world)
    add_organisation(actor=world.actor("sanne"), now=NOW, case_id=case_id, new=NewCaseOrganisation(ggz.id))
    return Tabled(world, table_id, meeting_id, case_id, partner)
