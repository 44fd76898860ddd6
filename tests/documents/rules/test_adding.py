"""A document has a name, and a part of the case that its maker has a ground for; a copy says what was left out."""

from dataclasses import replace

import pytest

from houvast.cases.rules.matrix import Part
from houvast.documents.rules.adding import (
    LONGEST_NAME,
    DocumentKind,
    NewDocument,
    Redaction,
    problems_of,
    problems_of_redaction,
)
from tests.sentences import told_at

LETTER = NewDocument("Brief van de huisarts", DocumentKind.LETTER, Part.CARE_NOTES)
WPG = Redaction("De naam van de melder.", "De melder is bang.", "Wpg, artikel 18")


@pytest.mark.parametrize(
    ("new", "domains", "field"),
    [
        (LETTER, {"wmo"}, None),
        (LETTER, {"wmo", "public_order"}, None),
        (LETTER, {"public_order"}, "part"),
        (LETTER, set(), "part"),
        (replace(LETTER, part=Part.JUSTICE_NOTES), {"public_order"}, None),
        (replace(LETTER, part=Part.PLAN), {"wmo"}, "part"),
        (replace(LETTER, name=" "), {"wmo"}, "name"),
        (replace(LETTER, name="a" * 121), {"wmo"}, "name"),
    ],
)
def test_what_is_wrong_with_a_document_is_said_at_its_field(
    new: NewDocument, domains: set[str], field: str | None
) -> None:
    assert list(told_at(problems_of(new, domains, is_partner=False))) == ([field] if field else [])


def test_a_partner_brings_the_ground_of_its_own_organisation() -> None:
    assert problems_of(LETTER, set(), is_partner=True) == {}


def test_what_just_fits_comes_in() -> None:
    assert problems_of(replace(LETTER, name="x" * LONGEST_NAME), {"wmo"}, is_partner=False) == {}
    assert problems_of_redaction(replace(WPG, why="a" * 1000)) == {}


@pytest.mark.parametrize("field", ["left_out", "why", "ground_words"])
def test_a_copy_says_what_was_left_out_and_why_and_on_which_ground(field: str) -> None:
    assert problems_of_redaction(WPG) == {}
    assert list(told_at(problems_of_redaction(replace(WPG, **{field: " "})))) == [field]
    assert list(told_at(problems_of_redaction(replace(WPG, **{field: "a" * 1001})))) == [field]
