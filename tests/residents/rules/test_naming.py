"""How residents are named, found and dated."""

from datetime import date

import pytest

from houvast.residents.rules.naming import address, age, full_name, search_name

TODAY = date(2026, 11, 23)


def test_a_name_is_said_with_its_prefix() -> None:
    assert full_name("Yvonne", "van der", "Vegt") == "Yvonne van der Vegt"
    assert full_name("", "", "Vegt") == "Vegt"


def test_a_name_is_searched_without_capitals_and_accents() -> None:
    assert search_name("Joëlle", "van der", "Çelik") == "celik joelle van der"


@pytest.mark.parametrize(
    ("born", "years"),
    [
        ((1992, 11, 23), 34),
        ((1992, 11, 24), 33),
        ((1992, 12, 0), 33),
        ((1992, 0, 0), 33),
        ((1992, 0, 1), 33),
        ((2026, 1, 1), 0),
        ((0, 0, 0), None),
    ],
)
def test_an_age_is_never_more_than_is_known(born: tuple[int, int, int], years: int | None) -> None:
    assert age(*born, TODAY) == years


def test_an_address_leaves_out_what_is_not_known() -> None:
    assert address("Sennweg", "16", "9930 AA", "Delfzijl") == "Sennweg 16, 9930 AA Delfzijl"
    assert address("", "", "", "Delfzijl") == "Delfzijl"
    assert address("", "", "", "") == ""
