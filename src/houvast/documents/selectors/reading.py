"""Documents as pages show them: those of a case, and one with its versions and copies."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.cases.rules.matrix import Part
from houvast.directory.viewer import Viewer
from houvast.documents import scopes
from houvast.documents.models import Document, RedactedCopy
from houvast.documents.rules.adding import DocumentKind, Redaction
from houvast.documents.rules.formats import FileFormat
from houvast.documents.services.redact_document import GROUND_WORDS_PLACE, LEFT_OUT_PLACE, WHY_PLACE
from houvast.documents.services.steps.write_version import FILE_NAME_PLACE, NAME_PLACE
from houvast.kernel.errors import NotVisible
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document. `name` is None when the viewer may know that it is there, but not read it."""

    id: UUID
    case_id: UUID
    part: Part
    kind: DocumentKind
    shared: bool
    name: str | None
    by: str
    organisation: str
    changed_at: datetime
    added_by: str
    added_organisation: str
    added_at: datetime
    version: int
    file_format: FileFormat
    size: int
    current_id: UUID


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of a document, newest first in a list."""

    id: UUID
    number: int
    file_name: str
    file_format: FileFormat
    size: int
    added_at: datetime
    by: str
    organisation: str


@dataclass(frozen=True, slots=True)
class CopyLine:
    """A redacted copy and its original, for who may read both; `other_id` is the one that is not on the page."""

    other_id: UUID
    other_name: str
    is_of_this: bool
    redaction: Redaction
    made_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One document with everything that this viewer may see of it; without its name there are no versions either."""

    line: DocumentLine
    versions: tuple[VersionLine, ...]
    copies: tuple[CopyLine, ...]


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[DocumentLine, ...]:
    """Give the documents of a case, newest first, in two queries."""
    return _lines(viewer, Q(case_id=case_id), now)


def sees_some(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether there is a list of documents for this viewer in a case, also while it is empty."""
    return scopes.sees_some(viewer, case_id, now=now)


def page(viewer: Viewer, document_id: UUID, *, now: datetime) -> DocumentPage:
    """Give a document, in four queries. Raises `NotVisible`. The door puts the read on record."""
    line = next(iter(_lines(viewer, Q(pk=document_id), now)), None)
    if line is None:
        raise NotVisible
    return DocumentPage(line, _versions(viewer, document_id, now), _copies(viewer, document_id, now))


def _lines(viewer: Viewer, which: Q, now: datetime) -> tuple[DocumentLine, ...]:
    joins = ("current__added_by", "current__organisation", "added_by", "organisation")
    headings = scopes.headings(viewer, now=now).filter(which).select_related(*joins)
    lines = {row.id: _line(row, None) for row in headings}
    for row in scopes.documents(viewer, now=now).filter(which).select_related(*joins, "case__key"):
        lines[row.id] = _line(row, unseal(row.case.key, row.name_sealed, place=f"{NAME_PLACE}:{row.id}"))
    return tuple(sorted(lines.values(), key=lambda each: (each.changed_at, each.id), reverse=True))


def _line(row: Document, name: str | None) -> DocumentLine:
    current = row.current
    return DocumentLine(
        id=row.id,
        case_id=row.case_id,
        part=Part(row.part),
        kind=DocumentKind(row.kind),
        shared=row.shared_with_case,
        name=name,
        by=current.added_by.name,
        organisation=current.organisation.name,
        changed_at=current.added_at,
        added_by=row.added_by.name,
        added_organisation=row.organisation.name,
        added_at=row.added_at,
        version=current.number,
        file_format=FileFormat(current.file_format),
        size=current.size,
        current_id=current.id,
    )


def _versions(viewer: Viewer, document_id: UUID, now: datetime) -> tuple[VersionLine, ...]:
    rows = scopes.versions(viewer, now=now).filter(document_id=document_id)
    joined = rows.select_related("case__key", "added_by", "organisation").order_by("-number")
    return tuple(
        VersionLine(
            id=row.id,
            number=row.number,
            file_name=unseal(row.case.key, row.file_name_sealed, place=f"{FILE_NAME_PLACE}:{row.id}"),
            file_format=FileFormat(row.file_format),
            size=row.size,
            added_at=row.added_at,
            by=row.added_by.name,
            organisation=row.organisation.name,
        )
        for row in joined
    )


def _copies(viewer: Viewer, document_id: UUID, now: datetime) -> tuple[CopyLine, ...]:
    rows = scopes.redacted_copies(viewer, now=now).filter(Q(document_id=document_id) | Q(original_id=document_id))
    joined = rows.select_related("case__key", "document", "original").order_by("made_at", "id")
    return tuple(_copy(row, document_id) for row in joined)


def _copy(row: RedactedCopy, document_id: UUID) -> CopyLine:
    key, is_of_this = row.case.key, row.original_id == document_id
    other = row.document if is_of_this else row.original
    redaction = Redaction(
        unseal(key, row.left_out_sealed, place=f"{LEFT_OUT_PLACE}:{row.id}"),
        unseal(key, row.why_sealed, place=f"{WHY_PLACE}:{row.id}"),
        unseal(key, row.ground_words_sealed, place=f"{GROUND_WORDS_PLACE}:{row.id}"),
    )
    name = unseal(key, other.name_sealed, place=f"{NAME_PLACE}:{other.id}")
    return CopyLine(other.id, name, is_of_this, redaction, row.made_at)
