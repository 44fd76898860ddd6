"""How letters are called in addresses and on pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from houvast.kernel.dutch_dates import moment, whole
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
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


def kind_name(kind: LetterKind) -> str:
    """Give a kind as a title has it."""
    return word_for(kind).capitalize()


def kind_choices(*, is_closed: bool) -> list[tuple[str, str]]:
    """Give the kinds that can be chosen, as a form offers them."""
    kinds = AFTER_CLOSING if is_closed else tuple(SLUGS)
    return [(SLUGS[kind], kind_name(kind)) for kind in kinds]


@dataclass(frozen=True, slots=True)
class LetterMark:
    """A letter in a list."""

    title: str
    url: str
    what: str
    who: str


def _went(line: LetterLine, now: datetime) -> str:
    return (
        f"weg op {whole(line.sent_on, in_amsterdam(now).date())}" if line.sent_on else "nog niet verstuurd of gegeven"
    )


def letter_mark(line: LetterLine, now: datetime) -> LetterMark:
    """Give a letter as a list prints it."""
    return LetterMark(
        title=line.content.subject,
        url=addresses.letter(line.id),
        what=f"{word_for(line.kind).capitalize()} aan {line.content.name}, {word_for(line.way)}, {_went(line, now)}",
        who=f"{line.by}, {line.organisation}, {moment(line.made_at, now)}",
    )
