"""A letter ready to print: on a page, as a PDF and as plain text, for professionals and for who it is to."""

from dataclasses import dataclass

from django.http import HttpResponse

from houvast.letters.rules.content import LetterContent, paragraphs, plain
from houvast.web.pdf import as_pdf

PDF, TEXT = "brief.pdf", "brief.txt"


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


def pdf_file(content: LetterContent) -> HttpResponse:
    """Give a letter as an accessible PDF."""
    return _file(as_pdf("letter", on_paper(content)), "application/pdf", PDF)


def text_file(content: LetterContent) -> HttpResponse:
    """Give a letter as plain text."""
    return _file(plain(content).encode(), "text/plain; charset=utf-8", TEXT)


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store"
    return response
