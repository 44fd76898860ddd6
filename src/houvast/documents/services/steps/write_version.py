"""Examine a file that came in, and write it as a version of a document."""

from datetime import datetime
from uuid import UUID

from houvast.cases.services.act_in_case import LoadedCase
from houvast.documents.incoming import NO_ROOM, NOT_WHOLE, IncomingFile
from houvast.documents.models import Document, DocumentVersion
from houvast.documents.rules.adding import NewDocument
from houvast.documents.rules.formats import FileFormat
from houvast.documents.rules.naming import cleaned
from houvast.documents.rules.refusing import NotAccepted
from houvast.documents.rules.sniffing import sniff
from houvast.documents.store import Shelf
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.files import seal_file_key
from houvast.vault.sealing import BrokenSeal, seal

NAME_PLACE = "documents_document.name"
FILE_NAME_PLACE = "documents_documentversion.file_name"
FILE_KEY_PLACE = "documents_documentversion.file_key"


def examine(file: IncomingFile) -> tuple[FileFormat | None, dict[str, str]]:
    """Say what a file is by its bytes, or at its field why it does not come in."""
    if file.problem or not file.is_whole:
        return None, {"file": file.problem or NOT_WHOLE}
    try:
        with file.opened() as reader:
            return sniff(reader, file.size, cleaned(file.name)), {}
    except NotAccepted as refused:
        return None, {"file": refused.message}
    except (BrokenSeal, OSError):
        return None, {"file": NOT_WHOLE}


def _put(file: IncomingFile, putting: Shelf, version_id: UUID) -> None:
    """Move the file to its place; a disk that is full is said at the field."""
    try:
        putting.put(file.path, version_id)
    except OSError as full:
        raise Invalid({"file": NO_ROOM}) from full


def write_document(
    loaded: LoadedCase, new: NewDocument, document_id: UUID, version_id: UUID, *, now: datetime
) -> Document:
    """Write a document that its first version is going to follow."""
    document = Document(
        id=document_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        part=new.part.value,
        shared_with_case=new.shared,
        kind=new.kind.value,
        name_sealed=seal(loaded.case.key, new.name.strip(), place=f"{NAME_PLACE}:{document_id}"),
        current_id=version_id,
        added_at=now,
        added_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    document.save(force_insert=True)
    return document


def write_version(
    loaded: LoadedCase,
    document: Document,
    file: IncomingFile,
    file_format: FileFormat,
    putting: Shelf,
    *,
    version_id: UUID,
    number: int,
    now: datetime,
) -> None:
    """Put the file in its place and write its version."""
    key = loaded.case.key
    _put(file, putting, version_id)
    DocumentVersion(
        id=version_id,
        document=document,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=number,
        file_name_sealed=seal(key, cleaned(file.name), place=f"{FILE_NAME_PLACE}:{version_id}"),
        file_format=file_format.value,
        size=file.size,
        file_key_sealed=seal_file_key(key, file.file_key, place=f"{FILE_KEY_PLACE}:{version_id}"),
        added_at=now,
        added_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    ).save(force_insert=True)
