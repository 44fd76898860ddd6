"""How a personal code stands on paper, and how it is read back."""

import math

import pytest

from houvast.participation.practice import PRACTICE_CODES
from houvast.participation.rules.personal_codes import LENGTH, SIGNS, shown, typed_code


def test_a_code_stands_in_groups_and_is_read_back_however_it_is_typed() -> None:
    assert shown("ABCDEFGHJKMN") == "ABCD EFGH JKMN"
    for typed in ("ABCD EFGH JKMN", "abcdefghjkmn", " abcd-efgh.jkmn "):
        assert typed_code(typed) == "ABCDEFGHJKMN"


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD EFGH JKMNP", "ABCD EFGH JKM0", "ABCD EFGH JKMÉ"])
def test_what_can_be_no_code_is_none(typed: str) -> None:
    assert typed_code(typed) == ""


def test_a_code_is_not_guessed_and_no_sign_is_mistaken_for_another() -> None:
    assert LENGTH * math.log2(len(SIGNS)) > 59
    assert not set(SIGNS) & set("01OIL")
    assert len(set(SIGNS)) == len(SIGNS)


def test_the_codes_of_the_practice_region_are_codes() -> None:
    assert all(typed_code(code) == code for code in PRACTICE_CODES.values())
