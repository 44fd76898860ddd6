"""What one table asks another: on Mijn werk of the chair who is asked, and on the timeline of who leads the case."""

from datetime import timedelta

import pytest

from houvast.consultation.selectors.of_case import of_case
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.withdraw_question import withdraw_question
from houvast.desk.rules.timeline import table_question_sentence
from houvast.desk.rules.work import Act, Cause
from houvast.desk.selectors.timeline import Around, timeline
from houvast.desk.selectors.work import work
from houvast.directory.selectors import parsed_model
from tests.consultation.asking import QUESTION, Asking
from tests.consultation.worlds import BEGUN, make_tabled

pytestmark = pytest.mark.django_db
LATER = BEGUN + timedelta(minutes=5)


@pytest.fixture
def asking() -> Asking:
    """Give a case on the agenda of the MDO about which the TVO was asked something."""
    tabled = make_tabled()
    return Asking(tabled, tabled.put_case())


def acts(asking: Asking, who: str) -> list[Act]:
    groups = work(asking.tabled.viewer(who, LATER), now=LATER).groups
    rows = [row for group in groups if group.cause is Cause.YOUR_DECISION for row in group.rows]
    return [row.act for row in rows if row.target == str(asking.question_id)]


def told(asking: Asking, who: str) -> list[tuple[str, str]]:
    tabled = asking.tabled
    model = parsed_model(tabled.world.adopted)
    viewer = tabled.viewer(who, LATER)
    around = Around(at_tables=of_case(viewer, tabled.case_id, now=LATER))
    happened = timeline(viewer, tabled.case_id, (), model, now=LATER, around=around)
    return [(f"{each.strong}{each.text}", each.said) for each in happened if "TVO" in each.strong + each.text]


def test_the_chair_who_is_asked_has_a_row_until_it_is_on_an_agenda_and_again_until_it_is_answered(
    asking: Asking,
) -> None:
    assert acts(asking, "dirk") == [Act.PUT_ON_AGENDA]
    assert acts(asking, "nadia") == acts(asking, "bram") == []
    asking.put()
    assert acts(asking, "dirk") == []
    open_meeting(actor=asking.chair, now=BEGUN, meeting_id=asking.meeting_id)
    close_meeting(actor=asking.chair, now=BEGUN, meeting_id=asking.meeting_id)
    assert acts(asking, "dirk") == [Act.ANSWER_TABLE]
    answer_question(actor=asking.chair, now=LATER, question_id=asking.question_id, discussed=True, text="Wij bellen.")
    assert acts(asking, "dirk") == []


def test_the_timeline_tells_the_question_and_the_answer_to_who_leads(asking: Asking) -> None:
    answer_question(actor=asking.chair, now=LATER, question_id=asking.question_id, discussed=True, text="Wij bellen.")
    assert told(asking, "sanne") == [
        ("TVO geeft antwoord aan MDO, zegt Dirk uit Eemsdelta.", "Wij bellen."),
        ("Vraag aan een andere tafel: MDO vraagt TVO.", QUESTION),
    ]
    assert told(asking, "bram") == []


def test_a_question_taken_back_is_told_too(asking: Asking) -> None:
    withdraw_question(actor=asking.tabled.actor("nadia"), now=LATER, question_id=asking.question_id)
    assert ("Vraag aan een andere tafel ingetrokken: MDO wacht niet meer op TVO.", "") in told(asking, "sanne")
    assert table_question_sentence("MDO", "TVO", "not_discussed", "Dirk") == (
        "TVO bespreekt dit niet,",
        " zegt Dirk tegen MDO.",
    )
