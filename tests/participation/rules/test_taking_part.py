"""Who takes part at which age, and what ends it."""

from dataclasses import replace
from datetime import date

import pytest

from houvast.kernel.partial_date import PartialDate
from houvast.participation.rules.taking_part import (
    USUAL_AGES,
    Ages,
    Capacity,
    ParticipantKind,
    TakingPart,
    ages_problems,
    takes_part,
    why_not,
)
from tests.sentences import told_at

BORN = PartialDate(2010, 11, 23)
OF_AGE = {11: date(2022, 11, 22), 12: date(2022, 11, 23), 15: date(2026, 11, 22), 16: date(2026, 11, 23)}
CHILD = TakingPart(ParticipantKind.SELF, born=BORN)
PARENT = TakingPart(ParticipantKind.REPRESENTATIVE, Capacity.PARENT, BORN)
GROWN_UP = TakingPart(ParticipantKind.SELF, born=PartialDate(1992))
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("age", "child", "parent", "parent_with_yes"),
    [(11, False, True, True), (12, True, True, True), (15, True, True, True), (16, True, False, True)],
)
def test_who_looks_along_follows_the_birthday(age: int, child: bool, parent: bool, parent_with_yes: bool) -> None:
    today = OF_AGE[age]
    assert takes_part(CHILD, USUAL_AGES, today) is child
    assert takes_part(PARENT, USUAL_AGES, today) is parent
    assert takes_part(replace(PARENT, young_agrees=True), USUAL_AGES, today) is parent_with_yes
    assert takes_part(replace(PARENT, capacity=Capacity.GUARDIAN), USUAL_AGES, today) is parent


def test_at_eighteen_no_parent_represents_any_more_whatever_was_said() -> None:
    agreed = replace(PARENT, young_agrees=True)
    assert takes_part(agreed, USUAL_AGES, date(2028, 11, 22))
    assert not takes_part(agreed, USUAL_AGES, date(2028, 11, 23))


def test_a_municipality_sets_other_ages() -> None:
    assert takes_part(CHILD, Ages(11, 16), OF_AGE[11])
    assert takes_part(PARENT, Ages(12, 18), OF_AGE[16])
    assert not takes_part(PARENT, Ages(12, 15), OF_AGE[15])


def test_a_birth_date_that_is_partly_unknown_lets_nobody_in_by_it() -> None:
    year = PartialDate(2010)
    assert not takes_part(replace(CHILD, born=year), USUAL_AGES, date(2022, 12, 30))
    assert takes_part(replace(CHILD, born=year), USUAL_AGES, date(2022, 12, 31))
    assert takes_part(replace(PARENT, born=year), USUAL_AGES, date(2025, 12, 31))
    assert not takes_part(replace(PARENT, born=year), USUAL_AGES, date(2026, 1, 1))


def test_without_a_birth_date_no_parent_looks_along_and_a_resident_does() -> None:
    assert "geboortedatum" in why_not(replace(PARENT, born=None), USUAL_AGES, TODAY)
    assert takes_part(replace(CHILD, born=None), USUAL_AGES, TODAY)


@pytest.mark.parametrize("capacity", [Capacity.CURATOR, Capacity.MENTOR, Capacity.AUTHORISED])
def test_who_represents_a_grown_up_asks_no_age(capacity: Capacity) -> None:
    facts = TakingPart(ParticipantKind.REPRESENTATIVE, capacity, PartialDate(1950))
    assert takes_part(facts, USUAL_AGES, TODAY)
    assert takes_part(replace(facts, born=None), USUAL_AGES, TODAY)


def test_the_network_asks_no_age() -> None:
    assert takes_part(TakingPart(ParticipantKind.NETWORK, born=PartialDate(2020)), USUAL_AGES, TODAY)


def test_whatever_ends_it_is_said() -> None:
    assert takes_part(GROWN_UP, USUAL_AGES, TODAY)
    ended = [
        (replace(GROWN_UP, has_ended=True), "beëindigd"),
        (replace(GROWN_UP, case_is_open=False), "gesloten"),
        (replace(GROWN_UP, resident_is_there=False), "inwoner staat niet meer"),
        (replace(GROWN_UP, person_is_there=False), "persoon staat niet meer"),
        (replace(PARENT, is_shielded=True), "afgeschermd"),
    ]
    for facts, said in ended:
        assert said in why_not(facts, USUAL_AGES, TODAY)
    assert "Tot 12 jaar" in why_not(CHILD, USUAL_AGES, OF_AGE[11])
    assert "16 jaar of ouder" in why_not(PARENT, USUAL_AGES, OF_AGE[16])
    assert "18 jaar" in why_not(PARENT, USUAL_AGES, date(2030, 1, 1))


@pytest.mark.parametrize(
    ("both", "alone", "wrong"),
    [
        (12, 16, set()),
        (0, 0, set()),
        (18, 18, set()),
        (-1, 16, {"both_from"}),
        (12, 19, {"alone_from"}),
        (19, -1, {"both_from", "alone_from"}),
        (17, 16, {"alone_from"}),
    ],
)
def test_ages_are_those_of_children_and_in_order(both: int, alone: int, wrong: set[str]) -> None:
    assert told_at(ages_problems(Ages(both, alone))) == wrong
