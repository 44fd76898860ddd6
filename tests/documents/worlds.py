"""A case with documents. Everybody in it is *verzonnen*."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

from houvast.cases.models import Case
from houvast.cases.rules.matrix import Part
from houvast.directory.models import Member
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.documents import store
from houvast.documents.incoming import IncomingFile
from houvast.documents.models import Document, DocumentVersion
from houvast.documents.rules.adding import DocumentKind, NewDocument, Redaction
from houvast.documents.services.add_document import add_document
from houvast.documents.services.add_version import add_version
from houvast.documents.services.redact_document import redact_document
from houvast.kernel.actor import Actor
from houvast.kernel.ids import new_id
from tests.documents.files import TEXT
from tests.lives import open_with
from tests.worlds import NOW, World, make_world

REPORT = NewDocument("Verslag over Ruben", DocumentKind.REPORT, Part.GENERAL_NOTES)
WPG = Redaction("De naam van de melder.", "De melder is bang.", "Wpg, artikel 18")


def incoming(content: bytes | Iterable[bytes] = TEXT, name: str = "verslag.txt") -> IncomingFile:
    """Let a file come in to its end."""
    file = IncomingFile(name)
    for piece in (content,) if isinstance(content, bytes) else content:
        file.add(piece)
    file.finish()
    return file


def add(
    actor: Actor, case_id: UUID, part: Part = Part.GENERAL_NOTES, *, now: datetime = NOW, word: str = "", shared: bool
) -> UUID:
    """Add a document to a part of a case; `word` stands in its name, its file and the name of that."""
    new = replace(REPORT, part=part, shared=shared, name=word or f"Verslag: {part.value}")
    file = incoming((word or TEXT.decode()).encode(), f"{word or 'verslag'}.txt")
    return add_document(actor=actor, now=now, case_id=case_id, new=new, file=file, document_id=new_id())


def redact(
    actor: Actor, original_id: UUID, *, now: datetime = NOW, word: str = "", document_id: UUID | None = None
) -> UUID:
    """Add a redacted copy for everybody who leads the case."""
    new = replace(REPORT, name=word or "Verslag zonder namen")
    redaction = Redaction(word, word, word) if word else WPG
    return redact_document(
        actor=actor,
        now=now,
        original_id=original_id,
        new=new,
        redaction=redaction,
        file=incoming(b"" if word.isspace() else TEXT),
        document_id=document_id or new_id(),
    )


def add_documents(actor: Actor, case_id: UUID) -> dict[str, str]:
    """Add a general document and one on care that is not shared; gives the ids of both and of their versions."""
    words: dict[str, str] = {}
    for name, part in (("", Part.GENERAL_NOTES), ("care_", Part.CARE_NOTES)):
        document = add(actor, case_id, part, shared=False)
        current = Document.objects.get(pk=document).current_id
        words |= {f"{name}document": str(document), f"{name}version": str(current)}
    return words


def fill(case: Case, by: Member, number: int) -> None:
    """Put many rows of documents in a case, without files."""
    document_ids, version_ids = ([new_id() for _ in range(number)] for _ in range(2))
    of = {
        "case": case,
        "municipality_id": case.municipality_id,
        "added_at": NOW,
        "added_by": by,
        "ground": "wmo",
        "organisation_id": by.organisation_id,
        "retention_from": NOW.date(),
    }
    Document.objects.bulk_create(
        Document(id=document, part=Part.GENERAL_NOTES.value, kind="letter", current_id=version, name_sealed=b"", **of)
        for document, version in zip(document_ids, version_ids, strict=True)
    )
    DocumentVersion.objects.bulk_create(
        DocumentVersion(id=version, document_id=document, number=1, file_format="text", size=1, **of)
        for document, version in zip(document_ids, version_ids, strict=True)
    )


@dataclass(frozen=True)
class Filed:
    """A case that Sanne leads, for Marit's process direction, to which documents are added."""

    world: World
    case_id: UUID

    def viewer(self, name: str) -> Viewer:
        """Give a member as a viewer."""
        return viewer_of(self.world.actor(name), now=NOW)

    def add(self, new: NewDocument = REPORT, file: IncomingFile | None = None, *, who: str = "sanne") -> UUID:
        """Add a document."""
        kept = file or incoming()
        actor = self.world.actor(who)
        return add_document(actor=actor, now=NOW, case_id=self.case_id, new=new, file=kept, document_id=new_id())

    def change(self, document_id: UUID, seen: UUID, file: IncomingFile | None = None, *, who: str = "sanne") -> UUID:
        """Add a version."""
        actor = self.world.actor(who)
        return add_version(actor=actor, now=NOW, document_id=document_id, file=file or incoming(), seen_version=seen)


def make_filed() -> Filed:
    """Make a case in its own municipality."""
    world = make_world()
    return Filed(world, open_with(world))


def on_disk() -> set[Path]:
    """Give every file in the store, on its way in or put."""
    return {each for each in store.folder().rglob("*") if each.is_file()}
