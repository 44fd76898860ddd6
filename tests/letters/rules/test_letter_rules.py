"""Where a letter may go, and what it says."""

from dataclasses import replace

import pytest

from houvast.letters.rules.addressing import ReachFacts, address_lines, said_of_way, way_of
from houvast.letters.rules.content import (
    LONGEST_GROUND,
    LetterContent,
    content_from,
    letter_problems,
    paragraphs,
    plain,
)
from houvast.letters.rules.kinds import LetterWay
from houvast.letters.rules.placeholders import LONGEST_SUBJECT, LONGEST_TEXT
from houvast.residents.rules.reaching import Reach
from tests.sentences import told_at

HOME, BOX = "Maxstraat 123, 9934 QX Delfzijl", "Postbus 1, 9930 QX Delfzijl"
CONTENT = LetterContent(
    "Gemeente Eemsdelta",
    "Ruben Dijkhuis\nMaxstraat 123",
    "23 november 2026",
    "Komt u praten?",
    "Beste Ruben,\n\nHet gesprek is maandag.\nOm tien uur.",
    "Zijn zus leest zijn post.",
)


@pytest.mark.parametrize(
    ("facts", "way", "lines"),
    [
        (ReachFacts(HOME), LetterWay.POST, ("Maxstraat 123", "9934 QX Delfzijl")),
        (ReachFacts(), LetterWay.BY_HAND, ()),
        (ReachFacts(HOME, reach=Reach.NO_POST), LetterWay.BY_HAND, ()),
        (ReachFacts(HOME, reach=Reach.PHONE_ONLY), LetterWay.BY_HAND, ()),
        (ReachFacts(HOME, reach=Reach.THROUGH), LetterWay.BY_HAND, ()),
        (ReachFacts(HOME, BOX, Reach.NO_POST), LetterWay.ELSEWHERE, ("Postbus 1", "9930 QX Delfzijl")),
        (ReachFacts(HOME, BOX), LetterWay.ELSEWHERE, ("Postbus 1", "9930 QX Delfzijl")),
        (ReachFacts(HOME, BOX, no_address=True), LetterWay.BY_HAND, ()),
    ],
)
def test_post_goes_home_only_when_nothing_says_otherwise(
    facts: ReachFacts, way: LetterWay, lines: tuple[str, ...]
) -> None:
    assert (way_of(facts), address_lines(facts)) == (way, lines)


def test_the_form_says_where_it_goes() -> None:
    assert said_of_way(ReachFacts(HOME)) == f"Per post naar {HOME}."
    asked = said_of_way(ReachFacts(HOME, reach=Reach.NO_POST))
    assert asked.startswith("Niet per post naar huis. Er staat geen adres op deze brief.")
    assert said_of_way(ReachFacts(HOME, BOX, Reach.NO_POST)) == f"Niet per post naar huis. De brief gaat naar: {BOX}."
    assert "Maxstraat" not in said_of_way(ReachFacts(HOME, no_address=True))


def test_a_letter_is_read_back_as_it_was_and_says_the_same_in_plain_text() -> None:
    assert content_from(CONTENT.as_text()) == CONTENT
    assert "Żak" in replace(CONTENT, to="Żak\nKade").as_text() and replace(CONTENT, to="Żak\nKade").name == "Żak"
    assert CONTENT.name == "Ruben Dijkhuis"
    assert plain(CONTENT) == (
        "Gemeente Eemsdelta\n\nRuben Dijkhuis\nMaxstraat 123\n\n23 november 2026\n\nKomt u praten?\n\n"
        "Beste Ruben,\n\nHet gesprek is maandag.\nOm tien uur.\n"
    )


def test_an_empty_line_begins_a_paragraph_however_many_there_are() -> None:
    assert paragraphs("\n a \nb\n\n \n\nc\n\n") == (("a", "b"), ("c",))
    assert paragraphs(" \n ") == ()


@pytest.mark.parametrize(
    ("subject", "text", "ground", "at", "says"),
    [
        ("", "Dag.", "x", "subject", "leeg"),
        ("Dag", " ", "x", "text", "leeg"),
        ("Dag\nDag", "Dag.", "x", "subject", "één regel"),
        ("Dag", "Op [vul in: de dag].", "x", "text", "Er staat nog: [vul in: de dag]."),
        ("[vul in: wat]", "Dag.", "x", "subject", "[vul in: wat]"),
        ("x" * (LONGEST_SUBJECT + 1), "Dag.", "x", "subject", "hoogstens 120"),
        ("Dag", "x" * (LONGEST_TEXT + 1), "x", "text", "hoogstens 4000"),
        ("Dag", "Dag.", " ", "ground_words", "waarom deze naaste"),
        ("Dag", "Dag.", "x" * (LONGEST_GROUND + 1), "ground_words", "hoogstens 400"),
    ],
)
def test_a_letter_that_is_not_ready_is_told_at_its_field(
    subject: str, text: str, ground: str, at: str, says: str
) -> None:
    problems = letter_problems(subject, text, ground, needs_ground=True)
    assert told_at(problems) == {at}
    assert says in problems[at]


def test_what_fits_is_ready_and_a_resident_needs_no_ground() -> None:
    whole = ("x" * LONGEST_SUBJECT, "x" * LONGEST_TEXT)
    assert letter_problems(*whole, "", needs_ground=False) == {}
    assert letter_problems(*whole, "x" * LONGEST_GROUND, needs_ground=True) == {}
