"""What handing on asks: a receiver with a name, aftercare with signs and a day, and how it goes in three lines."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.ave.load import shipped_model
from houvast.cases.models import PulseCheck
from houvast.cases.rules.receiving import (
    NOTHING,
    HandingOn,
    HowItGoes,
    NewAnswer,
    NewCheck,
    NewReceiver,
    answer_problems,
    asked_from,
    check_problems,
    directs_processes,
    names_later,
    offers_receiver,
    problems_at_closing,
    problems_at_decision,
    receiving_functions,
)
from houvast.kernel.ids import new_id
from tests.sentences import told_at

MODEL = shipped_model("groningen")
TODAY = date(2026, 11, 23)
LATER = date(2027, 1, 11)
SOMEBODY = NewReceiver(member_id=new_id())
WHOLE = HandingOn(SOMEBODY, "Elke week langs.", "De gordijnen blijven dicht.", LATER)


def wrong(from_phase: int, to_phase: int, new: HandingOn) -> set[str]:
    boundary = MODEL.boundary(from_phase, to_phase)
    assert boundary is not None
    return set(told_at(problems_at_decision(new, boundary, TODAY)))


@pytest.mark.parametrize(
    ("step", "new", "expected"),
    [
        ((3, 2), NOTHING, {"receiver", "aftercare", "signs", "check_on"}),
        ((3, 2), WHOLE, set()),
        ((3, 2), replace(WHOLE, what=" ", signs=" "), {"aftercare", "signs"}),
        ((3, 2), replace(WHOLE, check_on=TODAY), {"check_on"}),
        ((3, 2), replace(WHOLE, check_on=date(2126, 1, 11)), {"check_on"}),
        ((3, 2), replace(WHOLE, receiver=NewReceiver(organisation_id=new_id())), {"receiver_contact"}),
        ((3, 2), replace(WHOLE, receiver=NewReceiver(organisation_id=new_id(), contact="Yara")), set()),
        ((4, 3), NOTHING, {"receiver", "aftercare", "signs", "check_on"}),
        # Up to 4 the model asks who takes over; there is nothing yet to look after.
        ((3, 4), NOTHING, {"receiver"}),
        ((3, 4), HandingOn(SOMEBODY), set()),
        # Down to 1 and up to 3 the model asks nobody; who begins, finishes.
        ((2, 1), NOTHING, set()),
        ((2, 1), HandingOn(SOMEBODY), {"aftercare", "signs", "check_on"}),
        ((2, 1), replace(WHOLE, receiver=None), set()),
        ((2, 3), NOTHING, set()),
    ],
)
def test_what_a_decision_must_say(step: tuple[int, int], new: HandingOn, expected: set[str]) -> None:
    assert wrong(*step, new) == expected


def test_a_receiver_is_offered_where_the_model_asks_one_and_always_down() -> None:
    offered = {(each.from_phase, each.to_phase) for each in MODEL.boundaries if offers_receiver(each)}
    assert offered == {(2, 1), (3, 2), (4, 3), (3, 4)}


def test_who_may_lead_in_a_phase_may_receive_there() -> None:
    assert {"casusregisseur-wijkteam", "procesregisseur-oggz", "teamleider"} <= receiving_functions(MODEL, 2)
    assert "procesregisseur-zvh" in receiving_functions(MODEL, 4) - receiving_functions(MODEL, 2)
    assert "burgemeester" not in receiving_functions(MODEL, 4)


def test_closing_asks_a_day_only_when_something_goes_on() -> None:
    assert problems_at_closing(NOTHING, TODAY) == {}
    for new in (HandingOn(SOMEBODY), HandingOn(what="Belt nog eens."), HandingOn(check_on=TODAY)):
        assert told_at(problems_at_closing(new, TODAY)) == {"aftercare_on"}
    assert problems_at_closing(HandingOn(SOMEBODY, check_on=LATER), TODAY) == {}
    nameless = HandingOn(NewReceiver(organisation_id=new_id()), check_on=LATER)
    assert told_at(problems_at_closing(nameless, TODAY)) == {"receiver_contact"}


def test_an_answer_has_a_reason_to_refuse_and_outside_how_and_when() -> None:
    assert answer_problems(NewAnswer(accepts=True), outside=False, today=TODAY) == {}
    assert told_at(answer_problems(NewAnswer(accepts=False), outside=False, today=TODAY)) == {"reason"}
    assert told_at(answer_problems(NewAnswer(accepts=True), outside=True, today=TODAY)) == {"channel", "given_on"}
    said = NewAnswer(accepts=True, channel="telefoon", given_on=LATER)
    assert told_at(answer_problems(said, outside=True, today=TODAY)) == {"given_on"}
    assert answer_problems(replace(said, given_on=TODAY), outside=True, today=TODAY) == {}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (NewCheck(None, " "), {"outcome", "text"}),
        (NewCheck(HowItGoes.GOES_WELL, "Goed."), set()),
        (NewCheck(HowItGoes.GOES_WELL, "Een.\n\nTwee.\nDrie."), set()),
        (NewCheck(HowItGoes.GOES_WELL, "Een.\nTwee.\nDrie.\nVier."), {"text"}),
        (NewCheck(HowItGoes.STAYS, "Stil."), {"check_on"}),
        (NewCheck(HowItGoes.STAYS, "Stil.", TODAY), {"check_on"}),
        (NewCheck(HowItGoes.STAYS, "Stil.", LATER), set()),
        (NewCheck(HowItGoes.SCALE_UP, "Hij slikt niets meer."), set()),
    ],
)
def test_how_it_goes_is_said_in_three_lines_and_with_a_next_day_when_it_stays(
    new: NewCheck, expected: set[str]
) -> None:
    assert told_at(check_problems(new, TODAY)) == expected


def test_the_rule_and_the_table_know_the_same_outcomes() -> None:
    assert {each.value for each in HowItGoes} == set(PulseCheck.Outcome.values)


def test_somebody_is_asked_some_working_days_ahead() -> None:
    monday = date(2026, 11, 30)
    assert asked_from(monday, 0) == monday
    assert asked_from(monday, 1) == date(2026, 11, 27)
    assert asked_from(monday, 3) == date(2026, 11, 25)


def test_who_scaled_urgently_names_a_receiver_later_where_the_model_asks_one() -> None:
    up = MODEL.boundary(2, 3)
    assert up is not None
    asking = replace(MODEL, boundaries=(replace(up, receiver_required=True),))
    silent = replace(MODEL, boundaries=(replace(up, receiver_required=False),))
    assert [names_later(asking, phase) for phase in (1, 2, 3, 4)] == [False, False, True, False]
    assert not names_later(silent, 3)


def test_who_may_direct_processes_for_good_somewhere_directs_processes() -> None:
    process_directors = {"procesregisseur-oggz", "procesregisseur-oov", "procesregisseur-zvh"}
    assert directs_processes(MODEL) == process_directors | {"teamleider"}
