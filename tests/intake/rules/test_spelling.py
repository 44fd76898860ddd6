import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.intake.rules.spelling import clean, clean_lines, key, value_or_nothing


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  van  der\tVegt ", "van der Vegt"),
        ("Vegt\x07\u200b", "Vegt"),
        ("van\u00a0der\nVegt", "van der Vegt"),
        ("Joe\u0308lle", "Joëlle"),
        ('="0332"', "0332"),
        ("\ufeffVegt", "Vegt"),
    ],
)
def test_a_text_is_tidied_without_losing_letters(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_longer_text_keeps_its_lines() -> None:
    assert clean_lines("\r\n een  regel\r\n\ntwee \x07\n") == "een regel\n\ntwee"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Joëlle", "JOELLE"),
        ("Søren Łuk", "soren-luk"),
        ("’s-Gravenhage", "'s Gravenhage"),
        ("Ĳsbrand", "ijsbrand"),
        ("Strauß", "strauss"),
        ("Y. M.", "YM"),
    ],
)
def test_what_a_reader_calls_the_same_has_one_key(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(("a", "b"), [("Vegt", "Vget"), ("Köser", "Köster"), ("Y.M.", "M.Y.")])
def test_another_name_has_another_key(a: str, b: str) -> None:
    assert key(a) != key(b)


@pytest.mark.parametrize("text", ["", " ", "-", "?", "Onbekend", "N.N.", "n.v.t.", "ONB.", "***"])
def test_what_means_nothing_is_nothing(text: str) -> None:
    assert value_or_nothing(text) == ""


@given(st.text())
def test_tidying_is_done_once_and_leaves_one_printable_line(text: str) -> None:
    assert clean(text).isprintable()
    assert clean(text) == clean(text).strip()


@given(st.text())
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
