"""Bring the folder of files and the rows of versions together again: remove what no row names, say what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.documents import events, store
from houvast.documents.models import DocumentVersion
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class MissingFile:
    """A version whose file is not there, though the key of its case is: its document and the number of its case."""

    version_id: UUID
    document_id: UUID
    case_code: str


@dataclass(frozen=True, slots=True)
class Tidied:
    """How many files nobody names, how many never came in to their end, and which versions have no file."""

    nameless: int
    abandoned: int
    missing: tuple[MissingFile, ...]


def tidy_files(*, actor: Actor, now: datetime, remove: bool) -> Tidied:
    """Remove files without a row, if `remove`; a row without a file stays, for a version is never taken away.

    A file younger than a day stays too: its row may be on its way. Nobody could read what is removed: the key of a file
    stands in its row only.
    """
    with act(events.FILES_TIDIED, actor=actor, now=now) as acting:
        nameless, abandoned = _nameless(store.put_before(now)), store.abandoned(now)
        missing = tuple(_missing())
        if remove:
            for version_id in nameless:
                store.remove(version_id)
            store.sweep(now)
        acting.details = {
            "nameless": len(nameless),
            "abandoned": len(abandoned),
            "missing": [str(each.version_id) for each in missing],
            "removed": remove,
        }
        return Tidied(len(nameless), len(abandoned), missing)


def _nameless(folders: Iterable[list[UUID]]) -> list[UUID]:
    """Give the files that no version names, folder by folder."""
    found: list[UUID] = []
    for ids in folders:
        named = set(DocumentVersion.objects.filter(pk__in=ids).values_list("pk", flat=True))
        found += [each for each in ids if each not in named]
    return found


def _missing() -> Iterable[MissingFile]:
    """Give the versions without a file; that of a destroyed case is gone as it should be."""
    rows = DocumentVersion.objects.filter(case__key__destroyed_at__isnull=True).order_by("added_at", "id")
    for version_id, document_id, code in rows.values_list("pk", "document_id", "case__code").iterator():
        if not store.place_of(version_id).is_file():
            yield MissingFile(version_id, document_id, code)
