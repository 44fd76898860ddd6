"""What referrals, answers, returns and looks back must say. Every expectation is written by hand."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.safety_house.rules.content import (
    NOT_SEEN,
    AnswerContent,
    ByHand,
    LookBackContent,
    NewReferral,
    ReferralContent,
    ReferralOutcome,
    ReferralStanding,
    ReturnContent,
    answer_problems,
    by_hand_problems,
    keep_until,
    look_back_problems,
    read,
    referral_problems,
    return_account_problems,
    return_problems,
    standing,
    written,
)
from houvast.safety_house.rules.pieces import PieceKind
from tests.safety_house.worlds import BACK, LATER_DAY, NEW, TODAY, WILL
from tests.sentences import told_at

ALL = tuple(PieceKind)


def problems(new: NewReferral, offered: tuple[PieceKind, ...] = ALL) -> set[str]:
    return set(told_at(referral_problems(new, offered=offered, today=TODAY)))


def test_a_whole_referral_has_no_problem() -> None:
    assert problems(NEW) == set()
    assert problems(replace(NEW, told_on=None, tell_before=TODAY)) == set()


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        (replace(NEW, content=replace(NEW.content, expects=" ")), "expects"),
        (replace(NEW, content=replace(NEW.content, why_met="")), "why_met"),
        (replace(NEW, content=replace(NEW.content, told="")), "told"),
        (replace(NEW, legal_ground=""), "legal_ground"),
        (replace(NEW, legal_ground="x" * 201), "legal_ground"),
        (replace(NEW, pieces={PieceKind.PERSONS: "Ruben"}), "situation"),
        (replace(NEW, pieces={**NEW.pieces, PieceKind.PLAN: "x" * 4001}), "plan"),
        (replace(NEW, pieces={**NEW.pieces, PieceKind.CARE: "Slikt niets meer."}), "necessity"),
        (replace(NEW, pieces={**NEW.pieces, PieceKind.JUSTICE: "Zit vast."}), "necessity"),
        (replace(NEW, told_on=None), "told_on"),
        (replace(NEW, tell_before=LATER_DAY), "told_on"),
        (replace(NEW, told_on=LATER_DAY), "told_on"),
        (replace(NEW, told_on=None, tell_before=date(2026, 11, 1)), "tell_before"),
    ],
)
def test_what_is_missing_is_told_at_its_field(changed: NewReferral, field: str) -> None:
    assert problems(changed) == {field}


def test_nobody_discloses_a_part_that_they_do_not_see() -> None:
    care = replace(NEW, pieces={**NEW.pieces, PieceKind.CARE: "x"}, content=replace(NEW.content, necessity="Gevaar."))
    assert problems(care) == set()
    assert problems(care, (PieceKind.SITUATION, PieceKind.PERSONS)) == {"care"}


def test_an_answer_says_what_it_will_and_will_not_do_or_why_not() -> None:
    nothing = AnswerContent("", "", "")
    assert told_at(answer_problems(ReferralOutcome.ACCEPTED, nothing)) == {"will", "will_not"}
    assert answer_problems(ReferralOutcome.ACCEPTED, WILL) == {}
    assert answer_problems(ReferralOutcome.REFUSED, nothing) == {"why": "Schrijf op waarom niet."}
    assert answer_problems(ReferralOutcome.ADVICE, nothing) == {"why": "Schrijf het advies op."}
    assert told_at(answer_problems(ReferralOutcome.REFUSED, replace(nothing, why="x" * 4001))) == {"why"}


def test_a_return_and_a_look_back_are_whole() -> None:
    assert told_at(return_problems(ReturnContent("", "", ""))) == {"done", "expects", "why"}
    assert return_problems(BACK) == {}
    assert told_at(look_back_problems(LookBackContent("", "", ""))) == {"ours", "theirs", "next_time"}
    assert look_back_problems(LookBackContent("a", "b", "c")) == {}


def test_what_is_sent_back_is_accounted_for_piece_by_piece() -> None:
    whole = ReturnContent("a", "b", "c", legal_ground="WGS", told_on=TODAY.isoformat(), told="Besproken.")
    assert return_account_problems(whole, TODAY) == {}
    assert whole.kinds == {PieceKind.SITUATION}
    bare = replace(whole, care="Zij slaapt slecht.", legal_ground="", told="", told_on="")
    assert set(told_at(return_account_problems(bare, TODAY))) == {"legal_ground", "told", "necessity", "told_on"}
    assert bare.kinds == {PieceKind.SITUATION, PieceKind.CARE}
    assert bare.without({PieceKind.CARE}) == bare
    assert bare.without(()) == replace(bare, care=NOT_SEEN)


def test_what_was_said_outside_has_a_day_a_way_and_a_name() -> None:
    def missing(by_hand: ByHand, who: str = "Baukje") -> set[str]:
        return set(told_at(by_hand_problems(by_hand, who, asked_on=date(2026, 11, 20), today=TODAY)))

    assert missing(ByHand(date(2026, 11, 20), "brief")) == set()
    assert missing(ByHand(TODAY, "brief")) == set()
    assert missing(ByHand(date(2026, 11, 19), "brief")) == {"given_on"}
    assert missing(ByHand(LATER_DAY, "brief")) == {"given_on"}
    assert missing(ByHand(None, " "), "") == {"given_on", "channel", "spoken_with"}


def test_words_come_back_as_they_were_written_and_another_form_is_not_guessed() -> None:
    assert read(ReferralContent, written(NEW.content)) == NEW.content
    with pytest.raises(ValueError, match="form"):
        read(ReferralContent, written(NEW.content).replace('"form": 1', '"form": 2'))


def test_a_file_is_kept_for_five_years_at_most() -> None:
    assert keep_until(date(2026, 11, 23)) == date(2031, 11, 22)
    assert keep_until(date(2028, 2, 29)) == date(2033, 2, 27)


def test_how_a_referral_stands_follows_from_its_answer_and_its_return() -> None:
    assert standing(None, returned=False) is ReferralStanding.ASKED
    assert standing("advice", returned=False) is ReferralStanding.ADVICE
    assert standing("accepted", returned=True) is ReferralStanding.RETURNED
