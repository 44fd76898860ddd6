"""Terms and steps of requests. Expectations come from AVG art. 12(3) and UAVG art. 5, counted by hand."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.accountability.policy import may_give_for_house
from houvast.accountability.rules.request_content import read_held, read_request, write_held
from houvast.accountability.rules.requests import (
    ItemAnswer,
    RequestKind,
    RequestOutcome,
    RequestStep,
    Standing,
    Term,
    add_months,
    may_parent_ask,
    missing,
    missing_of_house,
    outcome_of,
    term_problems,
)
from houvast.kernel.held import Held, HeldKind
from tests.cases.test_policy import somebody
from tests.sentences import told_at

IDENTIFIED, GATHERED = RequestStep.IDENTIFIED, RequestStep.GATHERED


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2026, 11, 20), 1, date(2026, 12, 20)),
        (date(2026, 12, 20), 1, date(2027, 1, 20)),
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
    ],
)
def test_a_month_ends_on_the_same_day_or_on_the_last_of_a_shorter_one(day: date, months: int, last: date) -> None:
    assert add_months(day, months) == last


@pytest.mark.parametrize(("age", "may"), [(0, True), (15, True), (16, False), (None, True)])
def test_a_parent_asks_for_a_child_until_sixteen(age: int | None, may: bool) -> None:
    assert may_parent_ask(age) is may


@pytest.mark.parametrize(
    ("kind", "steps", "waiting", "outcome", "first"),
    [
        ("inspection", (), 0, "refused", ""),
        ("inspection", (), 0, "granted", "Controleer eerst wie het vraagt."),
        ("inspection", (IDENTIFIED,), 0, "granted", "Verzamel eerst wat er is."),
        ("inspection", (IDENTIFIED, GATHERED), 1, "partly", "Kies eerst bij elk onderdeel wat ermee gebeurt."),
        ("inspection", (IDENTIFIED, GATHERED), 0, "partly", ""),
        ("erasure", (IDENTIFIED,), 0, "granted", ""),
    ],
)
def test_nothing_is_given_before_somebody_looked(
    kind: str, steps: tuple[RequestStep, ...], waiting: int, outcome: str, first: str
) -> None:
    standing = Standing(RequestKind(kind), frozenset(steps), waiting)
    assert missing(standing, RequestOutcome(outcome)) == first


def test_what_was_shortened_or_left_out_is_given_in_part() -> None:
    assert outcome_of([ItemAnswer.WHOLE, ItemAnswer.WHOLE]) is RequestOutcome.GRANTED
    assert outcome_of([ItemAnswer.WHOLE, ItemAnswer.SHORTENED]) is RequestOutcome.PARTLY


@pytest.mark.parametrize(
    ("term", "wrong"),
    [
        (Term(1, 2), set()),
        (Term(1, 0), set()),
        (Term(2, 2), {"months"}),
        (Term(0, 3, " "), {"months", "extension", "source"}),
    ],
)
def test_a_term_is_never_longer_than_the_law(term: Term, wrong: set[str]) -> None:
    assert told_at(term_problems(term)) == wrong


def test_a_house_gives_its_part_by_who_works_there_and_sees_all_of_it() -> None:
    viewer = somebody()
    at_house = replace(viewer, municipality_id=None)
    assert may_give_for_house(at_house, sees_all=True).allowed
    assert may_give_for_house(at_house, sees_all=False).reason == "not_all_files"
    assert not may_give_for_house(viewer, sees_all=True).allowed


@pytest.mark.parametrize(
    ("kind", "gathered", "waiting", "first"),
    [
        ("inspection", False, 0, "Verzamel eerst wat in uw dossier staat."),
        ("inspection", True, 1, "Kies eerst bij elk onderdeel wat ermee gebeurt."),
        ("inspection", True, 0, ""),
        ("objection", False, 0, ""),
    ],
)
def test_a_house_gathers_and_chooses_before_it_gives(kind: str, gathered: bool, waiting: int, first: str) -> None:
    assert missing_of_house(RequestKind(kind), gathered=gathered, waiting=waiting) == first


def test_what_is_sealed_is_read_back_and_empty_when_its_key_is_gone() -> None:
    held = Held(HeldKind.NOTE, "Notitie", (("Tekst", "Gebeld."),), date(2026, 11, 20), "GGZ")
    assert read_held(write_held(held)) == held
    assert read_held("").lines == ()
    assert read_request("").person == ""
