"""Asking a colleague without a case: both see it, nobody else, and it is destroyed."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.directory.models import Account, Member
from houvast.directory.services.end_member import end_member
from houvast.kernel.actor import member, system
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.short_lines import events
from houvast.short_lines.models import ColleagueQuestion
from houvast.short_lines.rules.contacts import ContactState, NewContact
from houvast.short_lines.rules.terms import Setting, Term
from houvast.short_lines.selectors.questions import OpenedQuestion, asked_of, question, questions
from houvast.short_lines.selectors.retention import questions_over
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.erase_question import erase_question
from houvast.short_lines.services.pass_on_question import pass_on_question
from houvast.short_lines.services.set_term import set_term
from houvast.vault.sealing import unseal
from tests.short_lines.worlds import NOBODY, PRINS, Lined
from tests.worlds import NOW

DAY = timedelta(days=1)
ASKED, KNOWN, ANSWER = "Hoe leggen jullie het eerste contact?", "Iemand mijdt alle zorg.", "Samen op de koffie."


def ask(lined: Lined, *, who: str = "sanne", text: str = ASKED) -> UUID:
    actor = lined.world.actor(who)
    return ask_colleague(actor=actor, now=NOW, line_id=lined.line_id, question=text, known=KNOWN)


def answer(lined: Lined, question_id: UUID, who: Member, *, text: str = ANSWER, now: datetime = NOW) -> None:
    answer_colleague(actor=member(who.id), now=now, question_id=question_id, text=text)


def opened(lined: Lined, question_id: UUID, who: Member | str, *, now: datetime = NOW) -> OpenedQuestion:
    return question(lined.viewer(who, now=now), question_id, now=now)


def sees(lined: Lined, who: Member | str, *, now: datetime = NOW) -> bool:
    return bool(questions(lined.viewer(who, now=now), now=now))


def test_who_asked_and_who_holds_the_line_see_it_and_nobody_else(lined: Lined) -> None:
    question_id = ask(lined)
    for who in ("sanne", lined.yara):
        found = opened(lined, question_id, who)
        assert (found.question, found.known, found.answer) == (ASKED, KNOWN, "")
        assert (found.line.answers, found.line.to_answer) == (lined.yara.name, who == lined.yara)
    for who in ("bram", "bos", "beheer", "privacy", lined.tjark):
        assert not sees(lined, who)
        with pytest.raises(NotVisible):
            opened(lined, question_id, who)
    with pytest.raises(NotVisible):
        answer(lined, question_id, lined.tjark)


def test_it_is_asked_once_and_answered_once_by_whose_turn_it_is(lined: Lined) -> None:
    question_id = ask(lined)
    with pytest.raises(Conflict):
        ask(lined)
    with pytest.raises(Invalid):
        answer(lined, question_id, lined.yara, text="Bel 06 00 00 04 17")
    with pytest.raises(Refused):
        answer(lined, question_id, lined.world.members["sanne"])
    answer(lined, question_id, lined.yara)
    found = opened(lined, question_id, "sanne")
    assert (found.answer, found.line.answers, found.line.answered_at) == (ANSWER, lined.yara.name, NOW)
    with pytest.raises(Refused):
        answer(lined, question_id, lined.yara)
    # What was answered stays with who answered it, whoever holds the line after that.
    lined.set(PRINS)
    assert sees(lined, lined.yara) and not sees(lined, lined.tjark)


def test_the_words_are_sealed_and_the_log_holds_none(lined: Lined) -> None:
    question_id = ask(lined)
    answer(lined, question_id, lined.yara)
    row = ColleagueQuestion.objects.get(pk=question_id)
    for sealed, word in ((row.question_sealed, ASKED), (row.known_sealed, KNOWN), (row.answer_sealed, ANSWER)):
        assert word.encode() not in bytes(sealed)
    entries = Entry.objects.filter(subject_id=question_id).order_by("number")
    assert [each.event for each in entries] == [events.COLLEAGUE_ASKED.code, events.COLLEAGUE_ANSWERED.code]
    assert not [each for each in entries for word in (ASKED, KNOWN, ANSWER) if word in str(each.details)]


def test_it_goes_to_the_stand_in_and_away_from_who_passed_it_on(lined: Lined) -> None:
    question_id = ask(lined)
    pass_on_question(actor=member(lined.yara.id), now=NOW, question_id=question_id)
    assert sees(lined, lined.tjark) and not sees(lined, lined.yara)
    with pytest.raises(Refused):
        pass_on_question(actor=member(lined.tjark.id), now=NOW, question_id=question_id)
    answer(lined, question_id, lined.tjark)
    assert opened(lined, question_id, "sanne").line.answers == lined.tjark.name


def test_the_line_outlives_the_person_who_was_asked(lined: Lined) -> None:
    question_id, later = ask(lined), NOW + DAY
    end_member(lined.yara.id, actor=system("practice"), now=later)
    assert sees(lined, lined.tjark, now=later)
    Account.objects.create(member=lined.world.members["bram"], username="bram")
    bram = NewContact(ContactState.MEMBER, lined.world.id("bram"))
    lined.set(bram, now=later)
    assert sees(lined, "bram", now=later) and not sees(lined, lined.tjark, now=later)
    # The last day of the contact is over: the stand-in, and without one nobody, until somebody holds the line.
    lined.set(replace(bram, until_on=later.date(), stand_in_id=lined.tjark.id), now=later, number=2)
    assert sees(lined, "bram", now=later)
    assert sees(lined, lined.tjark, now=later + DAY) and not sees(lined, "bram", now=later + DAY)
    lined.set(NOBODY, now=later, number=3)
    found = opened(lined, question_id, "sanne", now=later)
    assert (found.line.answers, found.turn.member_id) == ("", None)


def test_who_cannot_sign_in_is_not_asked(lined: Lined) -> None:
    Account.objects.filter(member=lined.yara).update(is_active=False)
    assert asked_of(lined.viewer("sanne"), lined.line_id, now=NOW) == lined.tjark.id
    Account.objects.filter(member=lined.tjark).update(is_active=False)
    with pytest.raises(Refused):
        ask(lined)


@pytest.mark.parametrize("who", ["iris", "burg"])
def test_along_the_line_of_another_team_nothing_is_asked(lined: Lined, who: str) -> None:
    with pytest.raises(NotVisible):
        ask(lined, who=who)
    with pytest.raises(NotVisible):
        asked_of(lined.viewer(who), lined.line_id, now=NOW)


def test_data_of_somebody_is_refused_and_leaves_nothing(lined: Lined) -> None:
    with pytest.raises(Invalid, match="burgerservicenummer"):
        ask(lined, text="Kennen jullie 123456782?")
    with pytest.raises(Refused):
        ask(lined, who="beheer")
    assert not ColleagueQuestion.objects.exists()


def test_after_the_term_nobody_sees_it_and_then_it_is_destroyed(lined: Lined) -> None:
    manager, municipality = lined.world.actor("beheer"), lined.world.municipality.id
    set_term(actor=manager, now=NOW, municipality_id=municipality, setting=Setting(Term.KEEP_QUESTIONS, 7))
    question_id, office = ask(lined), system("destroy")
    assert questions_over((NOW + 7 * DAY).date()) == []
    assert sees(lined, "sanne", now=NOW + 7 * DAY)
    assert not sees(lined, "sanne", now=NOW + 8 * DAY)
    assert questions_over((NOW + 8 * DAY).date()) == [(municipality, question_id)]
    for _ in range(2):
        erase_question(actor=office, now=NOW + 8 * DAY, question_id=question_id)
    row = ColleagueQuestion.objects.select_related("key").get(pk=question_id)
    assert row.key.destroyed_at == NOW + 8 * DAY
    assert unseal(row.key, row.question_sealed, place="whatever") == ""
    assert Entry.objects.filter(event=events.QUESTION_DESTROYED.code, subject_id=question_id).count() == 2
    assert questions_over((NOW + 8 * DAY).date()) == []
    with pytest.raises(NotVisible):
        erase_question(actor=office, now=NOW, question_id=new_id())
