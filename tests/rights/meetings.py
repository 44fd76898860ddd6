"""Meetings of the region of the matrix: one going on, one planned and one closed. Everybody in it is *verzonnen*."""

from datetime import timedelta
from uuid import UUID

from houvast.consultation.models import AgendaItem, ConsultationTable, ItemGuest, TableMember
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.invite_guest import NewGuest, invite_guest
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.make_calendar_feed import make_calendar_feed
from houvast.consultation.services.make_resolution import NewResolution, make_resolution
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.kernel.actor import member, system
from houvast.plans.rules.tasks import Owner
from tests.lives import open_with
from tests.worlds import NOW, World

HOUR = timedelta(hours=1)
_TOLD = NewGuest(ItemGuest.Kind.RESIDENT, NOW.date(), ItemGuest.ToldHow.PHONE)


def add_meetings(here: World, partner: UUID, case_id: UUID, boa: UUID) -> dict[str, str]:
    """Let Nadia (`team`) chair a table with Sanne (`dir`) and the partner (`part`).

    On the agenda of the meeting that goes on stands a case that does not concern the partner. At the closed meeting a
    theme was discussed, and Sanne does something about it. The TVO, which `boa` chairs, is asked about one more case.
    """
    office, nadia = system("practice"), here.actor("nadia")
    setting = TableSetting("MDO", ConsultationTable.Kind.MDO, here.id("nadia"), "Convenant (verzonnen)")
    table = set_table(actor=office, now=NOW, municipality_id=here.municipality.id, setting=setting)
    for person in (here.id("sanne"), partner):
        join_table(actor=office, now=NOW, table_id=table, member_id=person)
    begins = {"closed": NOW + HOUR, "meeting": NOW + 2 * HOUR, "planned": NOW + timedelta(days=10)}
    meetings = {name: plan_meeting(actor=nadia, now=NOW, table_id=table, starts_at=at) for name, at in begins.items()}
    theme = NewItem(AgendaItem.Kind.THEME, title="Drukte in het weekend")
    closed_item = put_on_agenda(actor=nadia, now=NOW, meeting_id=meetings["closed"], new=theme)
    about = NewItem(AgendaItem.Kind.CASE, case_id)
    item = put_on_agenda(actor=nadia, now=NOW, meeting_id=meetings["meeting"], new=about)
    for name in ("closed", "meeting"):
        open_meeting(actor=nadia, now=NOW + HOUR, meeting_id=meetings[name])
    new = NewResolution("Zoekt het uit", Owner(member_id=here.id("sanne")), NOW.date() + timedelta(days=7))
    resolution = make_resolution(actor=nadia, now=NOW + HOUR, item_id=closed_item, new=new)
    close_meeting(actor=nadia, now=NOW + HOUR, meeting_id=meetings["closed"])
    return {
        "table": str(table),
        "place": str(TableMember.objects.get(member_id=partner).id),
        "meeting": str(meetings["meeting"]),
        "planned_meeting": str(meetings["planned"]),
        "agenda_item": str(item),
        "closed_item": str(closed_item),
        "guest_row": str(invite_guest(actor=nadia, now=NOW + HOUR, item_id=item, new=_TOLD)),
        "feed": make_calendar_feed(actor=nadia, now=NOW),
        **_ask(here, meetings["meeting"], boa),
        "resolution": str(resolution),
        "director": str(here.id("sanne")),
    }


def _ask(here: World, meeting: UUID, boa: UUID) -> dict[str, str]:
    """Ask a table that `boa` chairs about a case; another table, of the municipality too, can still be asked."""
    office, nadia = system("practice"), here.actor("nadia")
    tables = {}
    for name, chair in (("TVO Noord", boa), ("OGGZ", here.id("marit"))):
        setting = TableSetting(name, ConsultationTable.Kind.LOCAL, chair, "Convenant (verzonnen)")
        tables[name] = set_table(actor=office, now=NOW, municipality_id=here.municipality.id, setting=setting)
    ahead = NOW + timedelta(days=3)
    there = plan_meeting(actor=member(boa), now=NOW, table_id=tables["TVO Noord"], starts_at=ahead)
    new = NewItem(AgendaItem.Kind.CASE, open_with(here))
    item = put_on_agenda(actor=nadia, now=NOW, meeting_id=meeting, new=new)
    asked = ask_table(
        actor=nadia, now=NOW, item_id=item, table_id=tables["TVO Noord"], question="Kent de politie dit adres?"
    )
    return {"tvo": str(tables["OGGZ"]), "tvo_meeting": str(there), "question": str(asked)}
