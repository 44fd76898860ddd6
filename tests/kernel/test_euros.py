"""Amounts as people write and read them, in whole cents."""

import pytest

from houvast.kernel.euros import cents_of, euros


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("250", 25_000),
        ("49,95", 4_995),
        ("€ 1.250,50", 125_050),
        (" 30,- ", 3_000),
        ("€120", 12_000),
        ("0", 0),
        ("0,05", 5),
        ("1.000.000", 100_000_000),
    ],
)
def test_an_amount_is_read_as_people_write_it(text: str, cents: int) -> None:
    assert cents_of(text) == cents


@pytest.mark.parametrize("text", ["", "veel", "-5", "49.95", "1.25", "12,5", "1,234", "1.250.5", "9999999999", "5e3"])
def test_what_is_no_amount_is_not_guessed(text: str) -> None:
    assert cents_of(text) is None


@pytest.mark.parametrize(
    ("cents", "text"),
    [(25_000, "€ 250"), (4_995, "€ 49,95"), (125_005, "€ 1.250,05"), (0, "€ 0"), (-2_000, "- € 20"), (5, "€ 0,05")],
)
def test_an_amount_is_said_in_euros(cents: int, text: str) -> None:
    assert euros(cents) == text
