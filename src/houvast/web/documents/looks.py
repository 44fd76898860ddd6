"""The page of a document, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.bands import Band
from houvast.documents.selectors.reading import CopyLine, DocumentLine, DocumentPage, VersionLine
from houvast.kernel.dutch_dates import moment
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web.document_look import PART_WORDS, file_words
from houvast.web.look import SECONDARY, Act, Link


@dataclass(frozen=True, slots=True)
class VersionMark:
    """A version and where its file is."""

    title: str
    url: str
    file_name: str
    line: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class CopyMark:
    """A redacted copy of this document, or what this one is a copy of; with what was left out."""

    lead: str
    other: Link
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DocumentLook:
    """Everything that the template of a document prints. Without a name there are no versions either."""

    title: str
    is_read: bool
    back: Link
    facts: tuple[tuple[str, str], ...]
    versions: tuple[VersionMark, ...]
    copies: tuple[CopyMark, ...]
    acts: tuple[Act, ...]


def document_look(page: DocumentPage, band: Band, *, may_change: bool, now: datetime) -> DocumentLook:
    """Give a document as its page prints it."""
    line, is_read = page.line, page.line.name is not None
    offered = (("Nieuwe versie toevoegen", "versie"), ("Gelakte kopie maken", "gelakte-kopie"))
    return DocumentLook(
        title=line.name or word_for(line.kind).capitalize(),
        is_read=is_read,
        back=Link(f"Documenten van {band.name}", addresses.case_act(band.code, "documenten")),
        facts=_facts(line, now),
        versions=tuple(_version(each, line, now) for each in page.versions),
        copies=tuple(_copy(each, now) for each in page.copies),
        acts=tuple(Act(text, addresses.document(line.id, act), SECONDARY) for text, act in offered if may_change),
    )


def _facts(line: DocumentLine, now: datetime) -> tuple[tuple[str, str], ...]:
    return (
        ("Soort", word_for(line.kind)),
        ("Hoort bij", PART_WORDS[line.part]),
        ("Wie leest het", _readers(line)),
        ("Laatst toegevoegd", f"{line.by}, {line.organisation}, {moment(line.changed_at, now)}"),
    )


def _readers(line: DocumentLine) -> str:
    if line.part is Part.GENERAL_NOTES:
        return "wie deze casus of het proces leidt, en wie het toevoegde"
    return "wie daar een grond voor heeft" if line.shared else "alleen wie het toevoegde"


def _version(version: VersionLine, line: DocumentLine, now: datetime) -> VersionMark:
    said = f"{version.by}, {version.organisation}, {moment(version.added_at, now)}"
    return VersionMark(
        title=f"Versie {version.number}",
        url=addresses.document_version(version.id),
        file_name=version.file_name,
        line=f"{file_words(version.file_format, version.size)} · {said}",
        is_current=version.id == line.current_id,
    )


def _copy(copy: CopyLine, now: datetime) -> CopyMark:
    redaction = copy.redaction
    return CopyMark(
        lead="Gelakte kopie hiervan" if copy.is_of_this else "Dit is een gelakte kopie van",
        other=Link(copy.other_name, addresses.document(copy.other_id)),
        facts=(
            ("Wat is weggelaten", redaction.left_out),
            ("Waarom", redaction.why),
            ("Op welke grond", redaction.ground_words),
            ("Gemaakt", moment(copy.made_at, now)),
        ),
    )
