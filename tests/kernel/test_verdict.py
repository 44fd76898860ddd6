"""Whoever is refused something reads why."""

import pytest

from houvast.kernel.verdict import allow, refuse


def test_a_refusal_has_a_code_for_the_log_and_a_sentence_for_the_person() -> None:
    verdict = refuse("case_closed", "Deze casus is gesloten. Heropen haar eerst.")
    assert not verdict.allowed
    assert verdict.reason == "case_closed"
    assert verdict.message == "Deze casus is gesloten. Heropen haar eerst."
    assert verdict.ground == ""


@pytest.mark.parametrize("words", ["", "Nee", "case_closed", "deze casus is gesloten.", "DEZE CASUS IS GESLOTEN."])
def test_nobody_is_refused_without_a_sentence(words: str) -> None:
    with pytest.raises(ValueError, match="without a sentence"):
        refuse("case_closed", words)


@pytest.mark.parametrize("code", ["", "Case_closed", "case closed", "9"])
def test_the_log_gets_a_code_and_no_words(code: str) -> None:
    with pytest.raises(ValueError, match="no code"):
        refuse(code, "Deze casus is gesloten.")
    with pytest.raises(ValueError, match="no code"):
        allow(code)


def test_what_is_allowed_has_a_ground_and_needs_no_words() -> None:
    verdict = allow("holds_process_direction")
    assert verdict.allowed
    assert (verdict.reason, verdict.message, verdict.ground) == ("", "", "holds_process_direction")
