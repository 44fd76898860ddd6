"""The texts that letters begin with: plain Dutch, by two formulas, with every gap named."""

import pytest

from houvast.letters.rules.kinds import LetterKind
from houvast.letters.rules.placeholders import (
    LONGEST_TEXT,
    MEANINGS,
    Placeholder,
    filled,
    first_gap,
    gap,
    template_problems,
)
from houvast.letters.rules.templates import DEFAULTS
from tests.readability import readability, syllables
from tests.sentences import told_at

KNOWN = {
    Placeholder.NAME: "Ruben Dijkhuis",
    Placeholder.DATE: "23 november 2026",
    Placeholder.MUNICIPALITY: "Eemsdelta",
    Placeholder.LEADS: "Sanne Bos",
    Placeholder.PHONE: "0596 00 00 12",
    Placeholder.SINCE: "1 november 2026",
    Placeholder.TALK: "maandag 30 november om 10.00 uur",
    Placeholder.DECISION: "De hulp ging van fase 2 naar fase 3.",
    Placeholder.DECIDED_ON: "20 november 2026",
    Placeholder.SHARED: "Op 20 november 2026 met de huisarts: dat u slecht slaapt.",
    Placeholder.ASKED_ON: "1 februari 2027",
}


def test_syllables_are_counted_as_they_are_said() -> None:
    said = {"wij": 1, "geld": 1, "leeuw": 1, "gemeente": 3, "besloten": 3, "ruïne": 3, "bezwaar": 2, "pst": 1}
    assert {word: syllables(word) for word in said} == said


def test_a_text_is_counted_by_hand() -> None:
    """Two sentences, six words, eight syllables: 206.84 - 2.79 - 102.67 = 101.38, and 195 - 6 - 88.89 = 100.11."""
    found = readability("Wij bellen u. Bel ons terug!")
    assert (found.sentences, found.words, found.syllables) == (2, 6, 8)
    assert (round(found.douma, 2), round(found.brouwer, 2)) == (101.38, 100.11)


def test_what_an_official_writes_is_not_plain() -> None:
    said = "Naar aanleiding van het multidisciplinaire overleg informeren wij u over de voorgenomen gegevensverwerking."
    assert not readability(said).is_plain


@pytest.mark.parametrize("kind", LetterKind)
def test_what_a_letter_begins_with_is_plain_dutch_and_fits_its_form(kind: LetterKind) -> None:
    template = DEFAULTS[kind]
    assert template_problems(template.subject, template.text) == {}
    text = filled(template.text, KNOWN)
    assert first_gap(text) == "" and "{" not in text
    assert readability(text).is_plain, readability(text)
    assert readability(f"{template.subject}.").is_plain
    assert template.number == 0


def test_each_placeholder_is_explained_and_the_gap_says_what_is_missing() -> None:
    assert MEANINGS.keys() == set(Placeholder) == KNOWN.keys()
    assert gap(Placeholder.TALK) == "[vul in: dag en tijd van het gesprek]"


def test_a_text_is_filled_in_once_and_what_is_not_known_becomes_a_gap() -> None:
    said = filled("Beste {naam}, bel {wie leidt}.", {Placeholder.NAME: "{telefoon}", Placeholder.LEADS: ""})
    assert said == "Beste {telefoon}, bel [vul in: wie de regie heeft]."
    assert first_gap(said) == "[vul in: wie de regie heeft]"


@pytest.mark.parametrize(
    ("subject", "text", "at", "says"),
    [
        ("", "Dag.", "subject", "leeg"),
        ("Dag", "  ", "text", "leeg"),
        ("Dag", "Beste {voornaam},", "text", "Houvast kent {voornaam} niet"),
        ("Dag", "Beste {voornaam},", "text", "kiezen uit: {naam}, {datum}, {gemeente}, {wie leidt}, {telefoon},"),
        ("Dag", "Beste { naam },", "text", "Houvast kent { naam } niet"),
        ("Aan {naam", "Dag.", "subject", "invulplek"),
        ("Dag", "Beste {naam}}", "text", "invulplek"),
        ("Dag\nDag", "Dag.", "subject", "één regel"),
        ("x" * 121, "Dag.", "subject", "hoogstens 120"),
        ("Dag", "x" * (LONGEST_TEXT + 1), "text", "hoogstens 4000"),
    ],
)
def test_a_text_that_cannot_be_used_is_told_at_its_field(subject: str, text: str, at: str, says: str) -> None:
    problems = template_problems(subject, text)
    assert told_at(problems) == {at}
    assert says in problems[at]


def test_the_longest_text_fits() -> None:
    assert template_problems("x" * 120, "x" * LONGEST_TEXT) == {}
