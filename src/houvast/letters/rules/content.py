"""What a letter says, as it is sealed, and in plain text: the same words that its PDF has."""

import json
from dataclasses import asdict, dataclass

from houvast.letters.rules.placeholders import EMPTY, LONGEST_SUBJECT, LONGEST_TEXT, first_gap

LONGEST_GROUND = 400


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter. `to` are the lines above it: a name, and an address only where it goes by post.

    `ground_words` say why somebody else than the resident may know this; they stand on no letter.
    """

    sender: str
    to: str
    written_on: str
    subject: str
    text: str
    ground_words: str = ""

    def as_text(self) -> str:
        """Give it as text, to be sealed."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def name(self) -> str:
        """Give the name of who it is to."""
        return self.to.split("\n", 1)[0]


def content_from(text: str) -> LetterContent:
    """Give what was sealed back."""
    return LetterContent(**json.loads(text))


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    """Give the paragraphs of a text, each with its lines; an empty line begins the next."""
    found: list[list[str]] = [[]]
    for line in text.strip().splitlines():
        if line.strip():
            found[-1].append(line.strip())
        elif found[-1]:
            found.append([])
    return tuple(tuple(lines) for lines in found if lines)


def plain(content: LetterContent) -> str:
    """Give a letter as plain text."""
    parts = [[content.sender], content.to.split("\n"), [content.written_on], [content.subject]]
    return "\n\n".join("\n".join(lines) for lines in [*parts, *paragraphs(content.text)]) + "\n"


def letter_problems(subject: str, text: str, ground_words: str, *, needs_ground: bool) -> dict[str, str]:
    """Give a Dutch message for each field of a letter that cannot be used; an empty dict when all is well."""
    problems = {}
    for field, said, most in (("subject", subject, LONGEST_SUBJECT), ("text", text, LONGEST_TEXT)):
        missing = first_gap(said)
        if not said.strip():
            problems[field] = EMPTY
        elif len(said) > most:
            problems[field] = f"Dit is te lang: hoogstens {most} tekens."
        elif missing:
            problems[field] = f"Er staat nog: {missing}. Vul dat in, of haal het weg."
    if "\n" in subject.strip():
        problems["subject"] = "Een onderwerp is één regel."
    if needs_ground and not ground_words.strip():
        problems["ground_words"] = "Schrijf op waarom deze naaste dit mag weten, zoals: de inwoner vroeg erom."
    elif len(ground_words) > LONGEST_GROUND:
        problems["ground_words"] = f"Dit is te lang: hoogstens {LONGEST_GROUND} tekens."
    return problems
