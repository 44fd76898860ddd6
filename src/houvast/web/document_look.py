"""Documents, ready to print: for the page of a case and for their own pages."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases.rules.matrix import Part
from houvast.documents.rules.formats import FileFormat
from houvast.documents.selectors.reading import DocumentLine
from houvast.kernel.dutch_dates import moment
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web.look import Link

PART_WORDS = {
    Part.GENERAL_NOTES: "algemeen",
    Part.CARE_NOTES: "zorg",
    Part.JUSTICE_NOTES: "politie en justitie",
}
_FEW = 3
_KILO = 1024


@dataclass(frozen=True, slots=True)
class DocumentMark:
    """A document in a list. `name` is "" for who may know that it is there, but not read it."""

    name: str
    url: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class DocumentsMark:
    """The documents of a case on its page: the newest few, and where all of them are. `add_url` is "" without right."""

    few: tuple[DocumentMark, ...]
    all: Link
    add_url: str


def size_words(size: int) -> str:
    """Say how large a file is: "1,2 MB", "34 kB"."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _KILO / _KILO:.1f} MB".replace(".", ",")


def file_words(file_format: FileFormat, size: int) -> str:
    """Say what a file is and how large."""
    return f"{word_for(file_format)}, {size_words(size)}"


def document_mark(line: DocumentLine, now: datetime) -> DocumentMark:
    """Give a document as a list prints it."""
    version = f", versie {line.version}" if line.version > 1 else ""
    file = f" · {file_words(line.file_format, line.size)}" if line.name is not None else ""
    return DocumentMark(
        name=line.name or "",
        url=addresses.document(line.id),
        what=f"{word_for(line.kind).capitalize()}, {PART_WORDS[line.part]}{version}{file}",
        who=f"{line.by}, {line.organisation}, {moment(line.changed_at, now)}",
    )


def documents_mark(lines: tuple[DocumentLine, ...], code: str, *, may_add: bool, now: datetime) -> DocumentsMark | None:
    """Give the documents of a case for its page; None when there is nothing to see and nothing to add."""
    if not lines and not may_add:
        return None
    url = addresses.case_act(code, "documenten")
    return DocumentsMark(
        few=tuple(document_mark(line, now) for line in lines[:_FEW]),
        all=Link(f"Documenten ({len(lines)})", url),
        add_url=f"{url}nieuw/" if may_add else "",
    )
