"""Every address × method × viewer, against the matrix that was written by hand."""

import pytest

from tests.rights.forms import FORMS
from tests.rights.walking import Row, Walk, matrix, pattern_of, patterns
from tests.spreading import SHARED

ROWS = matrix()
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "TRACE")


@pytest.mark.parametrize("row", ROWS, ids=[row.name for row in ROWS])
def test_everybody_gets_what_the_matrix_says(walk: Walk, row: Row) -> None:
    assert walk.differences(row) == {}


def test_every_address_stands_in_the_matrix_with_both_methods() -> None:
    listed = {(pattern_of(row.address), row.method) for row in ROWS}
    assert listed == {(pattern, method) for pattern in patterns() for method in ("GET", "POST")}


def test_every_row_says_what_every_viewer_gets(walk: Walk) -> None:
    assert {tuple(row.expected) for row in ROWS} == {tuple(walk.region.viewers)}
    assert {row.form for row in ROWS} == set(FORMS)


@pytest.mark.parametrize("turn", range(len(OTHER_METHODS)), ids=OTHER_METHODS)
def test_other_methods_are_not_answered(walk: Walk, turn: int) -> None:
    """Each address is asked in one of them, in turn; in the large form in all."""
    method, addresses = OTHER_METHODS[turn], sorted({row.address for row in ROWS})
    for address in addresses[turn :: len(OTHER_METHODS)] if SHARED else addresses:
        assert walk.ask("dir", method, address).status == 405, address
