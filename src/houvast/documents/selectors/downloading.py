"""The bytes of a version: checked from the first to the last before one of them goes out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.documents import scopes, store
from houvast.documents.models import DocumentVersion
from houvast.documents.rules.formats import FORMATS, FileFormat
from houvast.documents.services.steps.write_version import FILE_KEY_PLACE, FILE_NAME_PLACE
from houvast.kernel.errors import NotVisible
from houvast.vault.files import SealedFile, unseal_file_key
from houvast.vault.sealing import BrokenSeal, unseal


@dataclass(frozen=True, slots=True)
class Download:
    """A version to send. `file` is None when its bytes are gone, or are not what they were."""

    version_id: UUID
    document_id: UUID
    case_id: UUID
    municipality_id: UUID
    number: int
    file_name: str
    media_type: str
    size: int
    file: SealedFile | None

    def pieces(self) -> Iterator[bytes]:
        """Give the bytes, a piece at a time, and close the file. A piece that changed since it was checked ends it."""
        if self.file is not None:
            with self.file:
                yield from self.file.chunks()


def download(viewer: Viewer, version_id: UUID, *, now: datetime) -> Download:
    """Give a version that the viewer may read. Raises `NotVisible`. The door puts it on record before it sends."""
    row = scopes.versions(viewer, now=now).filter(pk=version_id).select_related("case__key").first()
    if row is None:
        raise NotVisible
    return Download(
        version_id=row.id,
        document_id=row.document_id,
        case_id=row.case_id,
        municipality_id=row.municipality_id,
        number=row.number,
        file_name=unseal(row.case.key, row.file_name_sealed, place=f"{FILE_NAME_PLACE}:{row.id}"),
        media_type=FORMATS[FileFormat(row.file_format)].media_type,
        size=row.size,
        file=_checked(row),
    )


def _checked(row: DocumentVersion) -> SealedFile | None:
    """Open the file of a version when every byte of it is what it was."""
    try:
        file_key = unseal_file_key(row.case.key, row.file_key_sealed, place=f"{FILE_KEY_PLACE}:{row.id}")
        sealed = store.open_sealed(row.id)
    except (BrokenSeal, OSError):
        return None
    try:
        file = SealedFile(file_key, sealed)
        if file.size == row.size and sum(len(piece) for piece in file.chunks()) == row.size:
            return file
    except (BrokenSeal, OSError):
        pass
    sealed.close()
    return None
