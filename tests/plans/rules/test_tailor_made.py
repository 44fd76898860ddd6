"""Tailor-made help: who decides from which amount on, and what must be said. By hand."""

from dataclasses import replace

import pytest

from houvast.ave.load import load_text, shipped
from houvast.plans.rules.tailor_made import (
    MOST_BUDGET_CENTS,
    MOST_CENTS,
    Brought,
    NewTailorAnswer,
    NewTailorMade,
    NewTailorOutcome,
    RefusalReason,
    Setting,
    SettingKind,
    TailorAnswer,
    TailorContent,
    Way,
    answer_problems,
    deciding_functions,
    managing_functions,
    outcome_problems,
    read,
    setting_problems,
    tailor_problems,
    written,
)
from tests.sentences import told_at

LIMIT = 25_000
SMALL = NewTailorMade(Way.ALONE, TailorContent("Een bed", "Hij slaapt weer"), 12_000)
LARGE = NewTailorMade(
    Way.ASKED, TailorContent("Een fiets", "Zij komt op haar werk", "Zij raakt haar werk kwijt", "Wmo"), 60_000
)
MODEL = load_text(shipped()["groningen"].read_text("utf-8"), "groningen")


def test_three_fields_are_enough_for_a_small_amount() -> None:
    assert tailor_problems(SMALL, LIMIT) == {}
    assert tailor_problems(replace(SMALL, cents=LIMIT), LIMIT) == {}
    assert tailor_problems(replace(SMALL, cents=1), LIMIT) == {}
    assert tailor_problems(replace(LARGE, cents=MOST_CENTS), LIMIT) == {}
    assert told_at(tailor_problems(NewTailorMade(Way.ALONE, TailorContent(" ", ""), None), LIMIT)) == {
        "what",
        "effect",
        "amount",
    }


def test_above_the_amount_the_effect_comes_first_and_the_law_last() -> None:
    assert tailor_problems(LARGE, LIMIT) == {}
    nothing = replace(LARGE, content=TailorContent("", ""))
    assert told_at(tailor_problems(nothing, LIMIT)) == {"what", "effect", "without", "law"}


def test_the_amount_says_who_decides() -> None:
    assert tailor_problems(replace(SMALL, cents=LIMIT + 1), LIMIT)["amount"].startswith("Dit is meer dan € 250.")
    told = tailor_problems(replace(LARGE, cents=LIMIT), LIMIT)["amount"]
    assert told == "Tot en met € 250 beslist de casusregisseur zelf."


@pytest.mark.parametrize("cents", [None, 0, 100_000_01])
def test_what_is_no_amount_or_a_slip_of_the_pen_is_told(cents: int | None) -> None:
    assert tailor_problems(replace(LARGE, cents=cents), LIMIT)["amount"].startswith("Vul een bedrag")


def test_a_text_that_is_too_long_is_told() -> None:
    assert tailor_problems(replace(SMALL, content=TailorContent("x" * 2000, "y")), LIMIT) == {}
    assert "korter" in tailor_problems(replace(SMALL, content=TailorContent("x" * 2001, "y")), LIMIT)["what"]


def test_no_more_is_granted_than_was_asked() -> None:
    granted = NewTailorAnswer(TailorAnswer.GRANTED, 60_000)
    assert answer_problems(granted, 60_000) == {}
    assert answer_problems(replace(granted, cents=1), 60_000) == {}
    for cents in (None, 0, 60_001):
        assert "amount" in answer_problems(replace(granted, cents=cents), 60_000)


def test_a_refusal_has_a_reason_in_code_and_in_words() -> None:
    refused = NewTailorAnswer(TailorAnswer.REFUSED, reason=RefusalReason.NO_MONEY, why="Het budget is op.")
    assert answer_problems(refused, 60_000) == {}
    assert told_at(answer_problems(NewTailorAnswer(TailorAnswer.REFUSED), 60_000)) == {"reason", "why"}
    assert told_at(answer_problems(NewTailorAnswer(TailorAnswer.WITHDRAWN), 60_000)) == {"why"}


def test_an_outcome_says_what_it_brought_and_cost() -> None:
    outcome = NewTailorOutcome(Brought.HELPED, "Zij werkt weer.", 0)
    assert outcome_problems(outcome) == {}
    assert told_at(outcome_problems(replace(outcome, words=" ", cents=None))) == {"words", "amount"}
    assert outcome_problems(replace(outcome, cents=MOST_CENTS)) == {}
    assert told_at(outcome_problems(replace(outcome, cents=MOST_CENTS + 1))) == {"amount"}


def test_a_budget_is_for_this_year_or_the_next() -> None:
    budget = Setting(SettingKind.BUDGET, 2026, 2_000_000)
    assert setting_problems(budget, 2026) == {}
    assert setting_problems(replace(budget, year=2027), 2026) == {}
    for year in (2025, 2028):
        assert told_at(setting_problems(replace(budget, year=year), 2026)) == {"amount"}
    assert setting_problems(replace(budget, cents=MOST_BUDGET_CENTS), 2026) == {}
    assert told_at(setting_problems(replace(budget, cents=MOST_BUDGET_CENTS + 1), 2026)) == {"amount"}
    assert told_at(setting_problems(replace(budget, cents=-1), 2026)) == {"amount"}
    assert setting_problems(Setting(SettingKind.LIMIT, 0, MOST_CENTS), 2026) == {}
    assert setting_problems(Setting(SettingKind.LIMIT, 0, 0), 2026) == {}
    assert told_at(setting_problems(Setting(SettingKind.LIMIT, 0, MOST_CENTS + 1), 2026)) == {"amount"}


def test_who_decides_and_who_manages_comes_from_the_model() -> None:
    assert deciding_functions(MODEL, 1) == frozenset()
    assert deciding_functions(MODEL, 2) == {"teammanager", "manager-sociaal-domein"}
    assert deciding_functions(MODEL, 4) == {"directeur-sociaal-domein"}
    assert managing_functions(MODEL) == {
        "teammanager",
        "manager-sociaal-domein",
        "directeur-sociaal-domein",
        "wethouder",
        "burgemeester",
    }


def test_what_is_written_is_read_back() -> None:
    assert read(written(LARGE.content)) == LARGE.content
    with pytest.raises(ValueError, match="unknown form"):
        read('{"form": 9}')
