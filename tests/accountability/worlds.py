"""A case long closed, with what hangs on it. Everybody in it is *verzonnen*."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.cases.models import Note
from houvast.cases.services.write_note import write_note
from houvast.consultation.models import AgendaItem
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.set_table import set_table
from houvast.directory.models import Account, MemberFunction
from houvast.directory.viewer import ARCHIVIST
from houvast.intake.models import Concern, RepairRow
from houvast.intake.services.dismiss_row import dismiss_row
from houvast.intake.services.import_list import import_list
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.open_line import NewLine, open_line
from tests.consultation.worlds import MONDAY, SYSTEM, setting
from tests.intake.worlds import make_concern, make_point
from tests.lives import close, open_with
from tests.worlds import NOW, START, World, make_resident, make_world

_LIST = """Incidentnummer;Datum;Achternaam;Woonplaats;Gemeente;Toelichting
PL1;31-02-2026;Vegt;Delfzijl;Eemsdelta;Zorgen.
PL2;31-02-2026;Vegt;Delfzijl;Eemsdelta;Nog eens."""
LATER = datetime(2060, 1, 5, 9, 30, tzinfo=UTC)
"""When every clock of the defaults has run out."""


@dataclass(frozen=True)
class Kept:
    """A closed case about `alone` and `elsewhere`, who is in `other`, an open case, too; with a note and a concern."""

    world: World
    case: UUID
    other: UUID
    alone: UUID
    elsewhere: UUID
    concern: UUID


def make_kept() -> Kept:
    """Make it; Dirk is the archivist."""
    world = make_world()
    MemberFunction.objects.create(
        member=world.members["dirk"], function=ARCHIVIST, title="archiefmedewerker", from_at=START
    )
    alone, elsewhere = make_resident(world), make_resident(world, "Bolt", "Jan")
    case = open_with(world, alone.id, elsewhere.id)
    concern = make_concern(world, make_point(world))
    Concern.objects.filter(pk=concern.id).update(case_id=case, resident_id=alone.id, version=1, state="decided")
    write_note(actor=world.actor("sanne"), now=NOW, case_id=case, part=Note.Part.GENERAL, text="Wil slapen.")
    close(world, case)
    other = open_with(world, elsewhere.id)
    return Kept(world, case, other, alone.id, elsewhere.id, concern.id)


def make_loose(world: World) -> dict[UnitKind, UUID]:
    """Make what belongs to no case: an address on an agenda, rows of a list that are no good, a question to Bram.

    Of the rows the second was dismissed; the first one, which waits, is given.
    """
    nadia, marit, sanne = world.actor("nadia"), world.actor("marit"), world.actor("sanne")
    table = set_table(actor=SYSTEM, now=NOW, municipality_id=world.municipality.id, setting=setting(world))
    meeting = plan_meeting(actor=nadia, now=NOW, table_id=table, starts_at=MONDAY)
    new = NewItem(AgendaItem.Kind.ADDRESS, title="Aakweg 9", question="Wie kent de bewoners?")
    item = put_on_agenda(actor=nadia, now=NOW, meeting_id=meeting, new=new)
    import_list(actor=marit, now=NOW, content=_LIST.encode())
    waiting, other = RepairRow.objects.order_by("row").values_list("pk", flat=True)
    dismiss_row(actor=marit, now=NOW, row_id=other, reason="Dubbel.")
    Account.objects.get_or_create(member=world.members["bram"], defaults={"username": "bram", "is_practice": True})
    contact = NewContact(ContactState.MEMBER, world.id("bram"))
    line = open_line(actor=sanne, now=NOW, new=NewLine(world.teams["Gebiedsteam"].id, "Ouderenzorg", contact))
    question = ask_colleague(actor=sanne, now=NOW, line_id=line, question="Hoe vaak komt u?", known="Niets.")
    return {
        UnitKind.AGENDA_ITEM: item,
        UnitKind.REPAIR_ROW: waiting,
        UnitKind.COLLEAGUE_QUESTION: question,
    }


def approve(kept: Kept, *, now: datetime = LATER, kind: UnitKind = UnitKind.CASE, unit_id: UUID | None = None) -> UUID:
    """Let the privacy officer propose and the archivist approve; gives the proposal. Without an id it is the case."""
    actor = kept.world.actor
    proposal = propose_destruction(actor=actor("privacy"), now=now, kind=kind, unit_id=unit_id or kept.case)
    answer_proposal(actor=actor("dirk"), now=now, proposal_id=proposal, outcome="approved")
    return proposal
