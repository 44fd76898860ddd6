"""A question to a colleague is about nobody; and whose turn it is to answer."""

from uuid import UUID

import pytest

from houvast.kernel.ids import new_id
from houvast.short_lines.rules.asking import answer_problems, question_problems, whose_turn
from houvast.short_lines.rules.recognisable import recognised
from tests.sentences import told_at

YARA, TJARK = new_id(), new_id()
BSN, PHONE, BORN, POSTCODE, ADDRESS = (
    "een burgerservicenummer",
    "een telefoonnummer",
    "een geboortedatum",
    "een postcode",
    "een adres",
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Zijn BSN is 123456782.", {BSN}),
        ("Het nummer 1234.56.782 staat op de brief", {BSN}),
        ("nummer 12345678 zonder nul", {BSN}),
        ("Bel 06 00 00 04 17", {PHONE}),
        ("Bel 0596-000012 even", {PHONE}),
        ("bel +31 6 00000417", {PHONE}),
        ("bel 0031600000417", {PHONE}),
        ("Geboren op 3-5-1992", {BORN}),
        ("hij is van 03/05/92", {BORN}),
        ("op 3 mei 1992", {BORN}),
        ("1992-05-03", {BORN}),
        ("geb. in Delfzijl, 1992", {BORN}),
        ("Zij woont op 9934 AB", {POSTCODE}),
        ("op 9934ab", {POSTCODE}),
        ("op 9934 ab 12", {POSTCODE}),
        ("in de Dorpsstraat 12 boven", {ADDRESS}),
        ("zie C-2026-0417", {"een casusnummer"}),
        ("mail naar iemand@voorbeeld.example", {"een e-mailadres"}),
    ],
)
def test_what_looks_like_data_of_somebody_is_found(text: str, what: set[str]) -> None:
    assert what <= set(recognised(text))


@pytest.mark.parametrize(
    "text",
    [
        "Iemand mijdt alle zorg. Hoe leggen jullie het eerste contact?",
        "Er zijn 3 kinderen van 4, 7 en 12 jaar en 2 honden.",
        "Sinds 2024 komt dit vaker voor, in 2026 al 14 keer.",
        "Wij spraken dit af op 12-11, in fase 3, en bellen om 9.30 uur.",
        "Het plan loopt van 2026-2027 en kost 12.500 euro.",
        "Kan dat volgens artikel 5:32 van de Awb, en is 1 keer per week genoeg?",
        "Wij zijn op weg 2 stappen verder dan in maart 2026.",
    ],
)
def test_what_is_about_nobody_may_be_asked(text: str) -> None:
    assert recognised(text) == ()


def test_all_that_is_wrong_with_a_question_is_told_at_its_field() -> None:
    assert question_problems("Hoe gaat dat?", "") == {}
    assert told_at(question_problems(" ", "")) == {"question"}
    assert told_at(question_problems("x" * 501, "y" * 1001)) == {"question", "known"}
    told = question_problems("Ken je 123456782?", "Bel 06 00 00 04 17")
    assert "burgerservicenummer" in told["question"] and "telefoonnummer" in told["known"]
    assert answer_problems("Ja.") == {}
    assert answer_problems("x" * 2000) == {}
    for text in ("", "x" * 2001, "Bel 06 00 00 04 17", "Bel 06 00 00 04 17 of mail jan@klamp.example."):
        assert told_at(answer_problems(text)) == {"text"}


@pytest.mark.parametrize(
    ("contact", "stand_in", "able", "passed", "turn"),
    [
        (YARA, TJARK, {YARA, TJARK}, False, YARA),
        (YARA, TJARK, {YARA, TJARK}, True, TJARK),
        (YARA, TJARK, {TJARK}, False, TJARK),
        (YARA, TJARK, {YARA}, True, YARA),
        (None, TJARK, {TJARK}, False, TJARK),
        (None, None, {YARA}, False, None),
        (YARA, None, set(), False, None),
    ],
)
def test_the_turn_is_of_who_holds_the_line_and_can_answer(
    contact: UUID | None, stand_in: UUID | None, able: set[UUID], passed: bool, turn: UUID | None
) -> None:
    assert whose_turn(contact, stand_in, able, passed=passed) == turn
