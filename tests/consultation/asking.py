"""A second table that can be asked something: a TVO that Dirk chairs, with Bram. Everybody in it is *verzonnen*."""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.consultation.models import ConsultationTable, Meeting
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_question_on_agenda import put_question_on_agenda
from houvast.consultation.services.set_table import TableSetting, set_table
from tests.consultation.worlds import BEGUN, MONDAY, SYSTEM, Tabled
from tests.worlds import NOW

TUESDAY = MONDAY + timedelta(days=1)
QUESTION = "Wat doet de politie bij dit adres?"


def tvo(world_id: UUID, chair: UUID, name: str = "TVO", *, active: bool = True) -> UUID:
    """Set up a table for a municipality."""
    made = TableSetting(name, ConsultationTable.Kind.TVO, chair, "Convenant (verzonnen)", active=active)
    return set_table(actor=SYSTEM, now=NOW, municipality_id=world_id, setting=made)


def make_tvo(tabled: Tabled) -> UUID:
    """Set up the TVO with a meeting; gives its id."""
    table = tvo(tabled.world.municipality.id, tabled.id("dirk"))
    join_table(actor=SYSTEM, now=NOW, table_id=table, member_id=tabled.id("bram"))
    plan_meeting(actor=tabled.actor("dirk"), now=NOW, table_id=table, starts_at=TUESDAY)
    return table


class Asking:
    """An MDO with something on its agenda, and the TVO that is asked about it; Dirk chairs the TVO, with Bram."""

    def __init__(self, tabled: Tabled, item_id: UUID, table_id: UUID | None = None) -> None:
        self.tabled, self.item_id = tabled, item_id
        self.table_id = table_id or make_tvo(tabled)
        self.meeting_id = Meeting.objects.get(table_id=self.table_id).id
        self.chair = tabled.actor("dirk")
        self.question_id = self.ask()

    def ask(self, who: str = "nadia", question: str = QUESTION, now: datetime = BEGUN) -> UUID:
        """Let somebody ask the TVO."""
        return ask_table(
            actor=self.tabled.actor(who), now=now, item_id=self.item_id, table_id=self.table_id, question=question
        )

    def put(self, who: str = "dirk", now: datetime = BEGUN) -> UUID:
        """Let somebody put the question on the agenda of the TVO."""
        return put_question_on_agenda(
            actor=self.tabled.actor(who), now=now, question_id=self.question_id, meeting_id=self.meeting_id
        )
