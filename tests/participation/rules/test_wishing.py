"""What must be filled in by who wishes something, and by who answers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from houvast.kernel.ids import new_id
from houvast.participation.policy import may_wish
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.rules.wishing import (
    LONGEST_ANSWER,
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_RELATION,
    LONGEST_WISH,
    NewWish,
    WishKind,
    answer_problems,
    day_problems,
    decline_problems,
    wish_problems,
)

BRAM = NewWish(WishKind.SOMEBODY, "", "Bram", "vriend")
LATER = NewWish(WishKind.MEETING, "Liever woensdag.", about_id=new_id())
TODAY = date(2026, 11, 23)


def test_a_name_and_what_they_are_are_enough_and_each_fits_what_is_kept_of_a_network() -> None:
    assert wish_problems(BRAM) == {}
    longest = NewWish(
        WishKind.SOMEBODY, "x" * LONGEST_WISH, "x" * LONGEST_NAME, "x" * LONGEST_RELATION, "0" * LONGEST_PHONE
    )
    assert wish_problems(longest) == {}
    longer = NewWish(longest.kind, f"{longest.words}x", f"{longest.name}x", f"{longest.relation}x", f"{longest.phone}0")
    assert wish_problems(longer).keys() == {"words", "name", "relation", "phone"}
    empty = wish_problems(replace(BRAM, name=" ", relation=" "))
    assert (empty["name"], "moeder" in empty["relation"]) == ("Vul in hoe deze persoon heet.", True)


def test_another_date_is_about_something_and_in_words() -> None:
    assert wish_problems(LATER) == {}
    assert wish_problems(replace(LATER, kind=WishKind.MOMENT)) == {}
    assert wish_problems(replace(LATER, about_id=None, words=" ")).keys() == {"about", "words"}
    assert wish_problems(replace(LATER, words="x" * (LONGEST_WISH + 1))).keys() == {"words"}


def test_a_no_says_why_and_a_day_is_still_to_come() -> None:
    assert "waarom" in decline_problems(" ")["answer"]
    assert decline_problems("Nee.") == answer_problems("") == answer_problems("x" * LONGEST_ANSWER) == {}
    assert decline_problems("x" * (LONGEST_ANSWER + 1)) == {"answer": f"Hoogstens {LONGEST_ANSWER} tekens."}
    assert day_problems(TODAY, TODAY) == {}
    assert day_problems(None, TODAY) == {"new_on": "Vul de nieuwe dag in."}
    assert day_problems(TODAY - timedelta(days=1), TODAY) == {"new_on": "Deze dag is al voorbij."}


@pytest.mark.parametrize("kind", ParticipantKind)
def test_the_resident_and_who_represents_them_wish_and_their_network_does_not(kind: ParticipantKind) -> None:
    assert may_wish(kind).allowed == (kind is not ParticipantKind.NETWORK)
