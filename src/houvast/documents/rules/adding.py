"""What somebody records with a document."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from houvast.cases.rules.contributing import has_ground_for_care
from houvast.cases.rules.matrix import Part

LONGEST_NAME, LONGEST_TEXT = 120, 1000
PARTS = (Part.GENERAL_NOTES, Part.CARE_NOTES, Part.JUSTICE_NOTES)
"""The parts of a case that a document can belong to: those of notes."""


class DocumentKind(StrEnum):
    """What sort of document it is."""

    LETTER = "letter"
    REPORT = "report"
    RULING = "ruling"
    FORM = "form"
    PHOTO = "photo"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document before it is recorded. Without `shared` a document on care or justice is read by its maker only."""

    name: str
    kind: DocumentKind
    part: Part
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Redaction:
    """What was left out of a copy, why, and the ground in words."""

    left_out: str
    why: str
    ground_words: str


def problems_of(new: NewDocument, domains: Set[str], *, is_partner: bool) -> dict[str, str]:
    """Say what is wrong, at each field; `domains` are those of who adds it, `is_partner` where they work."""
    problems = {}
    if not new.name.strip():
        problems["name"] = "Schrijf op hoe dit document heet."
    elif len(new.name.strip()) > LONGEST_NAME:
        problems["name"] = f"Maak de naam korter: ten hoogste {LONGEST_NAME} tekens."
    if new.part not in PARTS:
        problems["part"] = "Kies waar dit document bij hoort."
    if new.part is Part.CARE_NOTES and not has_ground_for_care(domains, is_partner=is_partner):
        problems["part"] = "Openbare orde heeft geen grond voor een document over zorg. Kies iets anders."
    return problems


def problems_of_redaction(redaction: Redaction) -> dict[str, str]:
    """Say what is wrong with the reason of a redacted copy, at each field."""
    asked = {
        "left_out": (redaction.left_out, "Schrijf op wat is weggelaten."),
        "why": (redaction.why, "Schrijf op waarom het is weggelaten."),
        "ground_words": (redaction.ground_words, "Schrijf op welke grond u het weglaat, zoals een wet en artikel."),
    }
    empty = {name: message for name, (text, message) in asked.items() if not text.strip()}
    long = {name: "Maak dit korter." for name, (text, _) in asked.items() if len(text.strip()) > LONGEST_TEXT}
    return {**empty, **long}
