"""What somebody says on their own page: kept as it is, read by who leads, and never lost between two clicks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest

from houvast.audit.models import Entry
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import OwnWords, OwnWordsRead
from houvast.cases.rules.asking_resident import LONGEST_QUESTION
from houvast.cases.rules.own_words import NewerWords, WordsAbout
from houvast.cases.rules.reviewing import NewReview
from houvast.cases.rules.scaling import Deciding, NewProposal
from houvast.cases.selectors import own_words
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.inspection_rows import held_own_words
from houvast.cases.selectors.own_words import newest_number, of_case, said_by
from houvast.cases.selectors.resident_questions import asked_of, open_questions
from houvast.cases.services.answer_urgency import answer_urgency
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.cases.services.decide_scaling import decide_scaling
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.cases.services.put_own_words import MOST_A_DAY
from houvast.cases.services.read_own_words import read_own_words
from houvast.cases.services.review_phase import review_phase
from houvast.cases.services.scale import scale
from houvast.cases.services.scale_urgently import scale_urgently
from houvast.desk.selectors.case_page import case_page
from houvast.desk.selectors.own_page import own_page
from houvast.desk.selectors.words_work import words_rows
from houvast.directory.selectors import viewer_of
from houvast.kernel.errors import Conflict, Invalid, NotVisible, Refused
from houvast.kernel.findable import Findable
from houvast.participation.selectors.taking_part import Participating
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.say import say
from houvast.plans.services.make_plan_version import make_plan_version
from tests.cases.test_together import at_once, chains_are_whole
from tests.lives import enough
from tests.participation.worlds import Household
from tests.plans.worlds import WORDS
from tests.rights.region import take_process_direction
from tests.worlds import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def home(db: None) -> Household:
    return Household()


def speak(who: Participating, words: str = "Ik wil dit niet.", about: WordsAbout = WordsAbout.GENERAL) -> None:
    say(actor=who.actor, now=LATER, participant_id=who.id, words=words, about=about, stood="zo")


def test_words_are_kept_as_they_are_sealed_named_and_on_record(home: Household) -> None:
    who, mother = home.takes_part(), home.takes_part(home.parent)
    speak(who, "  Ik wil dit niet.\r\nEcht niet.  ")
    speak(mother, "Fenna ook niet.")
    lines = of_case(viewer_of(home.sanne, now=LATER), home.case_id, now=LATER)
    assert [(each.number, each.by) for each in lines] == [
        (2, "Lieke Admiraal, ouder met gezag van Fenna Dijkhuis"),
        (1, "Ruben Dijkhuis"),
    ]
    assert (lines[1].words, lines[1].stood) == ("Ik wil dit niet.\r\nEcht niet.", "zo")
    row = OwnWords.objects.get(number=1)
    assert b"Echt" not in bytes(row.words_sealed)
    entry = Entry.objects.get(event="case.own_words_said", subject_id=row.id)
    assert (entry.actor_kind, entry.case) == ("takes_part", home.case_id)
    assert "Echt" not in str(entry.details)
    assert [each.words for each in said_by(mother.id)] == ["Fenna ook niet."]
    held = held_own_words(home.ruben.id, [home.case_id])
    assert [each.finds for each in held] == [None, Findable.PLACE]
    assert "Echt niet" in str(held[0]) and "Fenna ook niet." in str(held[1])


def test_what_is_sent_twice_is_kept_once_and_nobody_drowns_the_others(home: Household) -> None:
    who = home.takes_part()
    speak(who)
    with pytest.raises(Conflict):
        speak(who)
    with pytest.raises(Invalid):
        speak(who, " ")
    for turn in range(MOST_A_DAY - 1):
        speak(who, f"En {turn}.")
    with pytest.raises(Invalid, match="Bel liever"):
        speak(who, "Nog iets.")
    assert OwnWords.objects.count() == MOST_A_DAY


def test_who_takes_part_no_longer_says_nothing_any_more(home: Household) -> None:
    who, other = home.takes_part(), home.takes_part(home.other)
    end_own_page(actor=home.sanne, now=NOW, participant_id=who.id)
    with pytest.raises(NotVisible):
        speak(who)
    with pytest.raises(NotVisible):
        say(actor=who.actor, now=LATER, participant_id=other.id, words="Ik ben een ander.")
    assert not OwnWords.objects.exists()


def test_who_leads_reads_it_once_and_the_resident_sees_it(home: Household) -> None:
    who = home.takes_part()
    speak(who)
    speak(who, "Dit komt later.")
    for _ in range(2):
        read_own_words(actor=home.sanne, now=LATER, case_id=home.case_id, seen_words=1)
    assert OwnWordsRead.objects.count() == 1
    newest, first = said_by(who.id)
    assert newest.reads == ()
    assert [(each.responsibility, each.at) for each in first.reads] == [(Responsibility.CASE_DIRECTION, LATER)]
    assert Entry.objects.filter(event="case.own_words_read").count() == 2
    with pytest.raises((Refused, NotVisible)):
        read_own_words(actor=home.world.actor("iris"), now=LATER, case_id=home.case_id, seen_words=1)


def test_who_decides_reads_what_is_about_the_decision_and_not_what_is_about_the_plan(home: Household) -> None:
    who = home.takes_part()
    for about in WordsAbout:
        speak(who, about=about)
    new = NewProposal(3, enough(home.world, 2, 3), "Drie teams zijn apart bezig.", "Fenna slaapt slecht.")
    propose_scaling(actor=home.sanne, now=LATER, case_id=home.case_id, new=new, seen_words=len(WordsAbout))
    decider = viewer_of(home.world.actor("marit"), now=LATER)
    seen = {each.about for each in of_case(decider, home.case_id, now=LATER)}
    assert seen == {WordsAbout.GENERAL, WordsAbout.STEP, WordsAbout.DECISION}
    stranger = viewer_of(home.world.actor("iris"), now=LATER)
    assert of_case(stranger, home.case_id, now=LATER) == ()
    assert newest_number(stranger, home.case_id, now=LATER) == 0


def test_a_question_waits_on_the_own_page_until_it_is_answered_in_own_words(home: Household) -> None:
    who, sister = home.takes_part(), home.takes_part(home.near())
    ask = partial(ask_resident, actor=home.sanne, now=LATER, case_id=home.case_id)
    asked = ask(resident_id=home.ruben.id, question=" Hoe slaapt u? ")
    for wrong, resident, question in (
        (Conflict, home.ruben.id, "Hoe slaapt u?"),
        (Invalid, home.world.id("sanne"), "Hoe slaapt u?"),
        (Invalid, home.ruben.id, ""),
        (Invalid, home.ruben.id, "x" * (LONGEST_QUESTION + 1)),
    ):
        with pytest.raises(wrong):
            ask(resident_id=resident, question=question)
    viewer = viewer_of(home.sanne, now=LATER)
    (line,) = open_questions(viewer, home.case_id, now=LATER)
    assert (line.question, line.resident) == ("Hoe slaapt u?", "Ruben Dijkhuis")
    assert own_page(who, now=LATER).sayable[0].about_id == asked
    assert own_page(sister, now=LATER).sayable[0].about is WordsAbout.GENERAL
    answer = partial(say, actor=who.actor, now=LATER, participant_id=who.id, words="Beter.", stood="Hoe slaapt u?")
    answer(about=WordsAbout.QUESTION, about_id=asked)
    assert open_questions(viewer, home.case_id, now=LATER) == asked_of(home.case_id, home.ruben.id) == ()
    assert of_case(viewer, home.case_id, now=LATER)[0].stood == "Hoe slaapt u?"


def test_of_very_much_nothing_is_lost_and_the_oldest_is_read_first(
    home: Household, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_words, "MOST", 2)
    who = home.takes_part()
    for turn in range(3):
        speak(who, f"Dit is {turn}.")
    seen_by = viewer_of(home.sanne, now=LATER)
    led = {home.case_id: case_by_code(seen_by, home.case.code, now=LATER)}
    assert [row.why for row in words_rows(seen_by, led, now=LATER)] == [
        "Ruben Dijkhuis schreef u iets. En nog 2 keer iets."
    ]
    for shown in ((2, 1), (3,), ()):
        unread = case_page(seen_by, home.case.code, now=LATER).unread
        assert tuple(each.number for each in unread) == shown
        if shown:
            read_own_words(actor=home.sanne, now=LATER, case_id=home.case_id, seen_words=max(shown))
    assert list(words_rows(seen_by, led, now=LATER)) == []


def _acts(home: Household) -> list[Callable[..., object]]:
    """Give every act that takes notice of what was said, by who may do it now."""
    new = NewProposal(3, enough(home.world, 2, 3), "Drie teams zijn apart bezig.", "Fenna slaapt slecht.")
    of = partial(partial, now=LATER, case_id=home.case_id)
    marit = home.world.actor("marit")
    return [
        of(
            make_plan_version,
            actor=home.sanne,
            content=replace(WORDS, children="Fenna slaapt slecht."),
            seen_version=None,
        ),
        of(review_phase, actor=home.sanne, new=NewReview("Past nog.", resident_asked=True)),
        of(close_case, actor=home.sanne, new=NewClosing("goals_reached", "Klaar.", None)),
        of(scale_urgently, actor=marit, new=new),
        of(scale, actor=marit, new=new, how=Deciding()),
        of(propose_scaling, actor=home.sanne, new=new),
    ]


def test_nothing_is_done_past_words_that_were_not_seen(home: Household) -> None:
    who = home.takes_part()
    take_process_direction(home.world, home.case_id)
    speak(who)
    before = Entry.objects.filter(outcome="done").count()
    for act in _acts(home):
        with pytest.raises(NewerWords):
            act()
    assert Entry.objects.filter(outcome="done").count() == before
    make_plan, *_, propose = _acts(home)
    make_plan(seen_words=1)
    proposal_id = propose(seen_words=1)
    assert isinstance(proposal_id, UUID)
    speak(who, "Toch niet.")
    decide = partial(decide_scaling, actor=home.world.actor("marit"), now=LATER, how=Deciding(reason="Nee, nog niet."))
    with pytest.raises(NewerWords):
        decide(proposal_id=proposal_id, approve=False, seen_words=1)
    decide(proposal_id=proposal_id, approve=False, seen_words=2)
    hurry = next(act for act in _acts(home) if getattr(act, "func", None) is scale_urgently)
    decision_id = hurry(seen_words=2)
    assert isinstance(decision_id, UUID)
    speak(who, "Ik ben bang.")
    confirm = partial(answer_urgency, now=LATER, decision_id=decision_id, confirm=True, how=Deciding(), seen_words=2)
    with pytest.raises(NewerWords):
        confirm(actor=home.world.actor("erik"))


def test_of_a_remark_and_a_proposal_at_once_the_remark_is_first_or_was_not_there(committed: str) -> None:
    home = Household()
    who = home.takes_part()
    *_, propose = _acts(home)
    outcomes = at_once([propose, partial(speak, who)])
    assert outcomes[1] == "done"
    order = Entry.objects.filter(outcome="done", event__in=["case.own_words_said", "scaling.proposed"])
    events = list(order.order_by("number").values_list("event", flat=True))
    first = events[0]
    if outcomes[0] == "done":
        assert first == "scaling.proposed"
    else:
        assert outcomes[0].startswith("NewerWords: ")
        assert events == ["case.own_words_said"]
    assert chains_are_whole()
