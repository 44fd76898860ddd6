"""A stay in another municipality and a move there: days counted by hand, and exactly what goes over."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from houvast.cases.rules import moves, stays
from houvast.cases.rules.matrix import Part
from houvast.cases.rules.moments import Days
from houvast.cases.rules.moves import Carried, CarriedMoment, CarriedPerson, carried_from, goes_along, received_words
from houvast.cases.rules.stays import StayTerms
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import AMSTERDAM
from tests.sentences import told_at

TODAY, DAY = date(2026, 11, 23), timedelta(days=1)
TERMS = StayTerms(usual=30, longest=90, warned=14)
STAY: dict[str, object] = {
    "parts": ["plan"],
    "ground_words": "Wmo 2015, artikel 2.3.5.",
    "who_does_what": "Opsterland belt elke week.",
    "from_on": TODAY,
    "until_on": TODAY + 30 * DAY,
}


def test_another_municipality_sees_whole_days_from_the_first_to_the_last() -> None:
    assert stays.sight_of(TODAY, TODAY) == (
        datetime(2026, 11, 23, tzinfo=AMSTERDAM),
        datetime(2026, 11, 24, tzinfo=AMSTERDAM),
    )


def test_the_end_is_near_from_the_day_that_a_municipality_set_and_passed_the_day_after() -> None:
    near = [stays.is_near(TODAY + days * DAY, TODAY, TERMS) for days in (15, 14, 0, -1)]
    assert near == [False, True, True, True]
    assert [stays.has_passed(TODAY + days * DAY, TODAY) for days in (0, -1)] == [False, True]


def stay_wrong(**changes: object) -> set[str]:
    """Give where a stay is wrong with these changes."""
    asked = {**STAY, **changes}
    first, last = asked["from_on"], asked["until_on"]
    parts = asked["parts"]
    assert first is None or isinstance(first, date)
    assert last is None or isinstance(last, date)
    assert isinstance(parts, list)
    return set(
        told_at(
            stays.stay_problems(
                parts=parts,
                ground_words=str(asked["ground_words"]),
                who_does_what=str(asked["who_does_what"]),
                from_on=first,
                until_on=last,
                today=TODAY,
                terms=TERMS,
            )
        )
    )


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, set()),
        ({"parts": []}, set()),
        ({"parts": ["plan", "care_notes"]}, {"parts"}),
        ({"ground_words": " "}, {"ground_words"}),
        ({"who_does_what": " "}, {"agreement"}),
        ({"from_on": None}, {"from_on"}),
        ({"from_on": TODAY + 366 * DAY, "until_on": TODAY + 366 * DAY}, set()),
        ({"from_on": TODAY + 367 * DAY, "until_on": TODAY + 367 * DAY}, {"from_on"}),
        ({"from_on": TODAY - 366 * DAY}, set()),
        ({"from_on": TODAY - 367 * DAY}, {"from_on"}),
        ({"until_on": None}, {"until_on"}),
        ({"until_on": TODAY}, set()),
        ({"until_on": TODAY - DAY}, {"until_on"}),
        ({"from_on": TODAY - 5 * DAY, "until_on": TODAY - DAY}, {"until_on"}),
        ({"from_on": TODAY + 2 * DAY, "until_on": TODAY + DAY}, {"until_on"}),
        ({"until_on": TODAY + 90 * DAY}, set()),
        ({"until_on": TODAY + 91 * DAY}, {"until_on"}),
        ({"from_on": TODAY - 30 * DAY, "until_on": TODAY + 90 * DAY}, set()),
        ({"from_on": None, "until_on": TODAY + 91 * DAY}, {"from_on", "until_on"}),
    ],
)
def test_a_stay_says_what_who_and_until_when(changes: dict[str, object], fields: set[str]) -> None:
    assert stay_wrong(**changes) == fields


@pytest.mark.parametrize(
    ("until_on", "reason", "fields"),
    [
        (TODAY + 10 * DAY, "Het huis is nog niet klaar.", set()),
        (TODAY + 9 * DAY, " ", {"until_on", "reason"}),
        (None, "Het huis is nog niet klaar.", {"until_on"}),
        (TODAY + 91 * DAY, "Het huis is nog niet klaar.", {"until_on"}),
    ],
)
def test_a_stay_is_extended_beyond_its_last_day_for_a_reason(
    until_on: date | None, reason: str, fields: set[str]
) -> None:
    last = TODAY + 9 * DAY
    assert told_at(stays.extension_problems(until_on, reason, last=last, today=TODAY, terms=TERMS)) == fields


def test_an_agreement_names_parts() -> None:
    assert stays.named(["plan", "people"]) == {Part.PLAN, Part.PEOPLE}


def test_a_moment_that_says_that_somebody_is_ill_and_the_move_itself_do_not_go_along() -> None:
    kinds = {kind: goes_along(kind) for kind in ("move", "clinic_in", "psycholance", "detention_out")}
    assert kinds == {"move": False, "clinic_in": False, "psycholance": False, "detention_out": True}


RUBEN = CarriedPerson("Dijkhuis", first_names="Rubèn", birth_year=1992, hidden_address=True, role="main")
CARRIED = Carried("household", (RUBEN,), ("FACT Noord",), (CarriedMoment("detention_out", "2026-12-01", "2026-12-04"),))


def test_what_goes_over_is_read_back_as_it_was() -> None:
    assert carried_from(CARRIED.as_text()) == CARRIED
    assert "Rubèn" in CARRIED.as_text()
    assert CARRIED.moments[0].days == Days(date(2026, 12, 1), date(2026, 12, 4))


def test_what_was_sealed_before_moments_went_along_is_read_too() -> None:
    old = '{"kind": "person", "people": [{"surname": "Dijkhuis"}], "organisations": []}'
    assert carried_from(old) == Carried("person", (CarriedPerson("Dijkhuis"),))


def test_the_new_case_keeps_the_summary_and_what_was_chosen_in_words() -> None:
    assert received_words("Samenvatting.", [], []) == "Samenvatting."
    assert received_words("Samenvatting.", ["FACT", "GGZ"], ["uit detentie"]) == (
        "Samenvatting.\n\nOrganisaties:\nFACT\nGGZ\n\nMomenten die nog komen:\nuit detentie"
    )


def test_an_offer_has_a_ground_a_summary_people_of_the_case_and_choices_of_the_list() -> None:
    here, stranger = new_id(), new_id()

    def wrong(**changes: object) -> set[str]:
        asked = {"ground": "Wmo.", "summary": "Alles.", "residents": [here], "chosen": ["bsn", "contact"], **changes}
        residents, chosen = asked["residents"], asked["chosen"]
        assert isinstance(residents, list)
        assert isinstance(chosen, list)
        return set(
            told_at(
                moves.offer_problems(
                    ground_words=str(asked["ground"]),
                    summary=str(asked["summary"]),
                    resident_ids=residents,
                    of_case=[here],
                    chosen=chosen,
                )
            )
        )

    assert wrong() == set()
    assert wrong(chosen=[]) == set()
    assert wrong(ground=" ") == {"ground_words"}
    assert wrong(summary=" ") == {"summary"}
    assert wrong(residents=[]) == {"residents"}
    assert wrong(residents=[here, stranger]) == {"residents"}
    assert wrong(chosen=["bsn", "address"]) == {"chosen"}


def test_what_was_not_chosen_is_empty() -> None:
    assert replace(RUBEN, first_names="") == CarriedPerson("Dijkhuis", "", "", 1992, hidden_address=True, role="main")
