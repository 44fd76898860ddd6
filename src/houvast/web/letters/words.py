"""How letters are called in addresses and on pages, and one ready to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from houvast.kernel.dutch_dates import moment
from houvast.kernel.terms import word_for
from houvast.letters.rules.content import LetterContent, paragraphs
from houvast.letters.rules.kinds import AFTER_CLOSING, LetterKind
from houvast.letters.selectors.reading import LetterLine
from houvast.web import addresses

SLUGS: Mapping[LetterKind, str] = {
    LetterKind.INVITATION: "uitnodiging",
    LetterKind.DECISION: "besluit",
    LetterKind.SHARING: "gedeeld",
    LetterKind.HAND_OVER: "wie-leidt",
    LetterKind.CLOSING: "stoppen",
}
KIND_OF_SLUG: Mapping[str, LetterKind] = {slug: kind for kind, slug in SLUGS.items()}
PDF, TEXT = "brief.pdf", "brief.txt"


def kind_name(kind: LetterKind) -> str:
    """Give a kind as a title has it."""
    return word_for(kind).capitalize()


def kind_choices(*, is_closed: bool) -> list[tuple[str, str]]:
    """Give the kinds that can be chosen, as a form offers them."""
    kinds = AFTER_CLOSING if is_closed else tuple(SLUGS)
    return [(SLUGS[kind], kind_name(kind)) for kind in kinds]


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter as it looks: who sends it, the lines above it, the day, the subject, and its paragraphs of lines."""

    sender: str
    to: tuple[str, ...]
    written_on: str
    subject: str
    paragraphs: tuple[tuple[str, ...], ...]


def paper(content: LetterContent) -> Paper:
    """Give a letter as it looks."""
    to = tuple(content.to.split("\n"))
    return Paper(content.sender, to, content.written_on, content.subject, paragraphs(content.text))


def on_paper(content: LetterContent) -> dict[str, object]:
    """Give a letter for its PDF (`typesetting`): the words of `content.plain`, in the same order."""
    said = paper(content)
    return {
        "afzender": said.sender,
        "aan": said.to,
        "datum": said.written_on,
        "onderwerp": said.subject,
        "alineas": said.paragraphs,
    }


@dataclass(frozen=True, slots=True)
class LetterMark:
    """A letter in a list."""

    title: str
    url: str
    what: str
    who: str


def letter_mark(line: LetterLine, now: datetime) -> LetterMark:
    """Give a letter as a list prints it."""
    return LetterMark(
        title=line.content.subject,
        url=addresses.letter(line.id),
        what=f"{word_for(line.kind).capitalize()} aan {line.content.name}, {word_for(line.way)}",
        who=f"{line.by}, {line.organisation}, {moment(line.made_at, now)}",
    )
