"""A question to another table: who may ask and answer, who sees what of it and how long, and that no answer is lost."""

from datetime import timedelta

import pytest

from houvast.audit.models import Entry
from houvast.cases.scopes import access
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.consultation import scopes
from houvast.consultation.models import AgendaItem, ConsultationTable, TableAnswer
from houvast.consultation.rules.agenda import AgendaCause
from houvast.consultation.rules.asking import QuestionState
from houvast.consultation.selectors import asking as selected
from houvast.consultation.selectors.asking import QuestionLine
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.close_meeting import close_meeting
from houvast.consultation.services.invite_to_item import invite_to_item
from houvast.consultation.services.open_meeting import open_meeting
from houvast.consultation.services.plan_meeting import plan_meeting
from houvast.consultation.services.put_on_agenda import NewItem, put_on_agenda
from houvast.consultation.services.put_question_on_agenda import put_question_on_agenda
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.consultation.services.take_off_agenda import take_off_agenda
from houvast.consultation.services.withdraw_question import withdraw_question
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from tests.consultation.asking import QUESTION, TUESDAY, Asking, tvo
from tests.consultation.worlds import BEGUN, Tabled
from tests.worlds import NOW, make_world

LATER = BEGUN + timedelta(minutes=5)


@pytest.fixture
def asking(tabled: Tabled) -> Asking:
    """Give a case on the agenda of the MDO about which the TVO was asked something."""
    return Asking(tabled, tabled.put_case())


def line(asking: Asking, who: str) -> QuestionLine:
    return selected.question(asking.tabled.viewer(who, LATER), asking.question_id, now=LATER)


def sees(asking: Asking, who: str) -> bool:
    viewer = asking.tabled.viewer(who, LATER)
    return scopes.table_questions(viewer, now=LATER).filter(pk=asking.question_id).exists()


def answer(
    asking: Asking, who: str = "dirk", *, discussed: bool = True, text: str = "De wijkagent gaat langs."
) -> None:
    answer_question(
        actor=asking.tabled.actor(who), now=LATER, question_id=asking.question_id, discussed=discussed, text=text
    )


def test_the_chair_who_is_asked_sees_the_question_and_who_leads_and_no_item(asking: Asking) -> None:
    dirk = asking.tabled.viewer("dirk", LATER)
    assert selected.waiting(dirk, now=LATER)[0].question == QUESTION
    assert line(asking, "dirk").state is QuestionState.WAITING
    assert not scopes.items(dirk, now=LATER).exists()
    assert set(access(dirk, now=LATER).values_list("part", flat=True)) == {"band", "item"}
    assert [who for who in ("nadia", "sanne", "yara", "bram", "privacy") if sees(asking, who)] == [
        "nadia",
        "sanne",
        "yara",
    ]
    assert selected.waiting(asking.tabled.viewer("nadia", LATER), now=LATER) == ()


def test_the_question_becomes_an_item_there_and_the_answer_comes_back(asking: Asking) -> None:
    item = AgendaItem.objects.get(pk=asking.put())
    assert (item.cause, item.case_id) == (AgendaCause.TABLE_ASKED, asking.tabled.case_id)
    assert line(asking, "dirk").state is QuestionState.ON_AGENDA
    assert line(asking, "dirk").on == TUESDAY.date()
    answer(asking)
    for who in ("nadia", "sanne", "dirk"):
        found = line(asking, who)
        assert found.answer is not None
        assert (found.answer.text, found.answer.by) == ("De wijkagent gaat langs.", "Dirk uit Eemsdelta")
    assert selected.waiting(asking.tabled.viewer("dirk", LATER), now=LATER) == ()
    assert selected.of_items(asking.tabled.viewer("nadia", LATER), [asking.item_id], now=LATER)[0].answer
    events = Entry.objects.filter(case=asking.tabled.case_id, event__startswith="consultation.")
    assert set(events.values_list("event", flat=True)) >= {
        "consultation.table_asked",
        "consultation.item_added",
        "consultation.question_put",
        "consultation.question_answered",
    }


def test_after_the_answer_and_the_minutes_only_the_chair_still_reads_there(asking: Asking) -> None:
    item, dirk = asking.put(), asking.tabled.actor("dirk")
    assert sees(asking, "bram")
    invite_to_item(actor=dirk, now=BEGUN, item_id=item, member_id=asking.tabled.id("erik"))
    assert sees(asking, "erik")
    open_meeting(actor=dirk, now=BEGUN, meeting_id=asking.meeting_id)
    close_meeting(actor=dirk, now=BEGUN, meeting_id=asking.meeting_id)
    assert line(asking, "dirk").state is QuestionState.DISCUSSED
    assert not sees(asking, "bram")
    assert not sees(asking, "erik")
    answer(asking)
    assert access(asking.tabled.viewer("dirk", LATER), now=LATER).filter(source=scopes.ASKED).count() == 0
    then = LATER + timedelta(days=91)
    assert not scopes.table_questions(asking.tabled.viewer("dirk", then), now=then).exists()


def test_what_is_not_discussed_ends_at_once_for_who_was_asked(asking: Asking) -> None:
    answer(asking, discussed=False, text="Hoort bij het MDO.")
    assert not sees(asking, "dirk")
    assert not access(asking.tabled.viewer("dirk", LATER), now=LATER).exists()
    found = line(asking, "nadia")
    assert found.answer is not None
    assert found.answer.outcome is TableAnswer.Outcome.NOT_DISCUSSED
    with pytest.raises(NotVisible):
        answer(asking)


def test_who_asked_takes_it_back_once(asking: Asking) -> None:
    nadia, wanted = asking.tabled.actor("nadia"), asking.question_id
    with pytest.raises(Refused):
        withdraw_question(actor=asking.tabled.actor("dirk"), now=LATER, question_id=wanted)
    withdraw_question(actor=nadia, now=LATER, question_id=wanted)
    assert not sees(asking, "dirk")
    with pytest.raises(Conflict):
        withdraw_question(actor=nadia, now=LATER, question_id=wanted)
    assert asking.ask() != wanted


def test_only_the_chair_asks_and_only_the_chair_who_is_asked_answers(asking: Asking) -> None:
    with pytest.raises(Refused):
        asking.ask("sanne")
    with pytest.raises(Refused):
        answer(asking, "nadia")
    with pytest.raises(Refused):
        asking.put("nadia")
    with pytest.raises(NotVisible):
        answer(asking, "bram")
    refused = Entry.objects.filter(outcome="refused").values_list("case", flat=True)
    assert set(refused) == {asking.tabled.case_id}


def test_a_question_goes_to_a_table_that_is_there_with_words_and_once_at_a_time(asking: Asking) -> None:
    with pytest.raises(Invalid):
        asking.ask()
    with pytest.raises(Invalid):
        asking.ask(question=" ")
    answer(asking)
    asking.ask()


def test_tables_of_the_municipality_and_the_region_are_asked(asking: Asking) -> None:
    tabled = asking.tabled
    here, other = tabled.world.municipality.id, make_world("opsterland", "Opsterland")
    unused, apart = tvo(here, tabled.id("dirk"), "Oud", active=False), tvo(other.municipality.id, other.id("dirk"))
    marit, there = other.id("marit"), other.municipality.id
    setting = TableSetting("Regionaal", ConsultationTable.Kind.TVO, marit, "Convenant", region="Groningen")
    regional = set_table(actor=other.actor("beheer"), now=NOW, municipality_id=there, setting=setting)
    offered = dict(selected.tables_to_ask(tabled.viewer("nadia"), asking.item_id, now=LATER))
    assert offered == {regional: "Regionaal, Opsterland"}
    assert not offered.keys() & {unused, apart, asking.table_id, tabled.table_id}


def test_a_question_joins_the_item_about_the_same_case(asking: Asking) -> None:
    dirk = asking.tabled.actor("dirk")
    other = plan_meeting(actor=dirk, now=NOW, table_id=asking.table_id, starts_at=TUESDAY + timedelta(days=7))
    new = NewItem(AgendaItem.Kind.CASE, asking.tabled.case_id)
    item = put_on_agenda(actor=dirk, now=BEGUN, meeting_id=other, new=new)
    assert put_question_on_agenda(actor=dirk, now=LATER, question_id=asking.question_id, meeting_id=other) == item
    assert [each.id for each in selected.meetings_ahead(asking.tabled.viewer("dirk"), asking.table_id, now=LATER)] == [
        asking.meeting_id,
        other,
    ]


def test_a_question_does_not_go_to_a_meeting_of_another_table(asking: Asking) -> None:
    dirk = asking.tabled.id("dirk")
    mine = tvo(asking.tabled.world.municipality.id, dirk, "OGGZ")
    other = plan_meeting(actor=asking.tabled.actor("dirk"), now=NOW, table_id=mine, starts_at=TUESDAY)
    for meeting_id, wrong in ((other, Invalid), (asking.tabled.meeting_id, NotVisible)):
        with pytest.raises(wrong):
            put_question_on_agenda(
                actor=asking.tabled.actor("dirk"), now=LATER, question_id=asking.question_id, meeting_id=meeting_id
            )
    assert line(asking, "dirk").state is QuestionState.WAITING


def test_taken_off_there_the_question_waits_again_and_the_item_that_asked_stays(asking: Asking) -> None:
    take_off_agenda(actor=asking.tabled.actor("dirk"), now=LATER, item_id=asking.put())
    assert line(asking, "dirk").state is QuestionState.WAITING
    with pytest.raises(Conflict):
        take_off_agenda(actor=asking.tabled.actor("nadia"), now=LATER, item_id=asking.item_id)


def test_what_is_nobodys_case_goes_with_its_name(tabled: Tabled) -> None:
    asking = Asking(tabled, tabled.put_theme())
    assert [who for who in ("nadia", "sanne", "dirk", "bram") if sees(asking, who)] == ["nadia", "dirk"]
    assert line(asking, "dirk").title == "Drukte in het weekend"
    asking.put()
    other = plan_meeting(
        actor=tabled.actor("dirk"), now=NOW, table_id=asking.table_id, starts_at=TUESDAY + timedelta(days=7)
    )
    put_question_on_agenda(actor=tabled.actor("dirk"), now=LATER, question_id=asking.question_id, meeting_id=other)
    answer(asking)
    assert AgendaItem.objects.filter(kind="theme").count() == 3
    assert line(asking, "nadia").answer is not None


def test_a_new_chair_takes_the_question_over_but_not_of_a_case_that_was_closed(asking: Asking) -> None:
    tabled = asking.tabled

    def change(chair: str) -> None:
        setting = TableSetting("TVO", ConsultationTable.Kind.TVO, tabled.id(chair), "Convenant")
        there, beheer = tabled.world.municipality.id, tabled.actor("beheer")
        set_table(actor=beheer, now=LATER, municipality_id=there, setting=setting, table_id=asking.table_id)

    change("erik")
    assert [who for who in ("dirk", "erik") if sees(asking, who)] == ["erik"]
    asking.put("erik", LATER)
    close_case(
        actor=tabled.actor("sanne"),
        now=LATER,
        case_id=tabled.case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", None),
    )
    change("dirk")
    assert not sees(asking, "erik")
    assert not sees(asking, "dirk")
    assert not access(tabled.viewer("dirk", LATER), now=LATER).exists()


def test_what_is_not_there_is_not_found(tabled: Tabled) -> None:
    with pytest.raises(NotVisible):
        answer_question(actor=tabled.actor("nadia"), now=LATER, question_id=new_id(), discussed=True, text="Ja.")
    with pytest.raises(NotVisible):
        selected.question(tabled.viewer("nadia"), new_id(), now=LATER)


@pytest.mark.parametrize("text", ["", "a\nb\nc\nd"])
def test_an_answer_is_three_lines_at_most(asking: Asking, text: str) -> None:
    with pytest.raises(Invalid):
        answer(asking, text=text)


def test_about_a_closed_case_nobody_asks(asking: Asking) -> None:
    tabled = asking.tabled
    close_case(
        actor=tabled.actor("sanne"),
        now=LATER,
        case_id=tabled.case_id,
        new=NewClosing("goals_reached", "Het gaat goed.", None),
    )
    with pytest.raises(NotVisible):
        asking.ask(now=LATER)
    assert not sees(asking, "dirk")
