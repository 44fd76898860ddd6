"""What tables say about a case, on its page: for who leads it, and for who is at the item as long as they are."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from houvast.cases.models import Case
from houvast.consultation.models import AgendaItem, Meeting
from houvast.consultation.selectors.of_case import CaseItem
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.correct_minutes import correct_minutes
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.write_item_text import write_item_text
from houvast.desk.selectors.case_page import case_page
from houvast.web.cases.tables_part import tables_look
from tests.consultation.asking import QUESTION, Asking
from tests.consultation.worlds import BEGUN, Tabled, make_tabled

pytestmark = pytest.mark.django_db
LATER = BEGUN + timedelta(minutes=5)


@pytest.fixture
def tabled() -> Tabled:
    return make_tabled()


def items_of(tabled: Tabled, who: str) -> tuple[CaseItem, ...]:
    code = Case.objects.get(pk=tabled.case_id).code
    return case_page(tabled.viewer(who, LATER), code, now=LATER).items


def test_who_leads_reads_what_was_said_and_decided_once_the_meeting_closed(tabled: Tabled) -> None:
    item, nadia = tabled.put_case(), tabled.actor("nadia")
    tabled.open()
    write_item_text(actor=nadia, now=BEGUN, item_id=item, text="De kliniek belt niet terug.")
    tabled.resolve(item)
    (open_one,) = items_of(tabled, "sanne")
    assert (open_one.table, open_one.state, open_one.question) == ("MDO", Meeting.State.OPEN, "Wie belt de kliniek?")
    assert (open_one.said, open_one.resolutions) == (None, ())
    close_meeting(actor=nadia, now=BEGUN, meeting_id=tabled.meeting_id)
    correct_minutes(actor=nadia, now=LATER, item_id=item, text="Het was dinsdag.")
    (closed,) = items_of(tabled, "sanne")
    assert closed.said is not None
    assert closed.said.text == "De kliniek belt niet terug."
    assert [(each.what, each.owner) for each in closed.resolutions] == [("Belt de kliniek", "Sanne uit Eemsdelta")]
    assert [each.text for each in closed.corrections] == ["Het was dinsdag."]


def test_who_is_at_the_item_reads_it_until_the_meeting_closed_and_others_never(tabled: Tabled) -> None:
    tabled.put_case()
    assert [who for who in ("sanne", "nadia", "yara", "erik") if items_of(tabled, who)] == ["sanne", "nadia", "yara"]
    tabled.open()
    close_meeting(actor=tabled.actor("nadia"), now=BEGUN, meeting_id=tabled.meeting_id)
    assert [who for who in ("sanne", "nadia", "erik") if items_of(tabled, who)] == ["sanne", "nadia"]


def test_a_question_and_its_answer_stand_once_at_the_item_that_asked(tabled: Tabled) -> None:
    asking = Asking(tabled, tabled.put_case())
    asking.put()
    answer_question(actor=asking.chair, now=LATER, question_id=asking.question_id, discussed=True, text="Wij bellen.")
    tvo, mdo = items_of(tabled, "sanne")
    assert (tvo.table, tvo.questions, tvo.may_open) == ("TVO", (), False)
    (asked,) = mdo.questions
    assert asked.answer is not None
    assert (asked.table, asked.question, asked.answer.text, mdo.may_open) == ("TVO", QUESTION, "Wij bellen.", True)
    (answered,) = items_of(tabled, "dirk")
    assert [each.question for each in answered.questions] == [QUESTION]


def test_many_items_take_as_many_queries_as_one_and_the_page_keeps_the_older_ones_apart(tabled: Tabled) -> None:
    _held(tabled, 0)
    few = _queries(tabled)
    for day in range(1, 4):
        _held(tabled, day)
    assert _queries(tabled) == few
    code = Case.objects.get(pk=tabled.case_id).code
    look = tables_look(case_page(tabled.viewer("sanne", LATER), code, now=LATER), now=LATER)
    assert look is not None
    assert [each.heading for each in (*look.items, *look.earlier)] == [
        f"MDO, {day} dec" for day in ("do 10", "wo 9", "di 8", "ma 7")
    ]
    assert len(look.items) == 2


def _held(tabled: Tabled, day: int) -> None:
    """Hold a meeting some days later, with words and a resolution about the case."""
    nadia = tabled.actor("nadia")
    starts_at = BEGUN + timedelta(days=day, hours=1)
    meeting = plan_meeting(actor=nadia, now=BEGUN, table_id=tabled.table_id, starts_at=starts_at)
    new = NewItem(AgendaItem.Kind.CASE, case_id=tabled.case_id)
    item = put_on_agenda(actor=nadia, now=BEGUN, meeting_id=meeting, new=new)
    open_meeting(actor=nadia, now=BEGUN, meeting_id=meeting)
    write_item_text(actor=nadia, now=BEGUN, item_id=item, text="Gezegd.")
    tabled.resolve(item)
    close_meeting(actor=nadia, now=BEGUN, meeting_id=meeting)


def _queries(tabled: Tabled) -> int:
    with CaptureQueriesContext(connection) as queries:
        items_of(tabled, "sanne")
    return len(queries)
