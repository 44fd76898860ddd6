"""Which documents there are about the people of cases, for who asks to see it (AVG art. 15)."""

from collections.abc import Collection
from uuid import UUID

from houvast.documents.models import Document, DocumentVersion, RedactedCopy
from houvast.kernel.held import Held, HeldKind
from houvast.vault.held_rows import Told, held_rows

_DOCUMENT, _FROM = HeldKind.DOCUMENT, "organisation__name"
_NAMED = Told(_DOCUMENT, "Document", "added_at", _FROM, texts={"name": "Naam"})
_FILE = Told(_DOCUMENT, "Bestand van een document", "added_at", _FROM, texts={"file_name": "Bestandsnaam"})
_COPY = Told(
    _DOCUMENT,
    "Kopie waarin iets is weggelaten",
    "made_at",
    _FROM,
    texts={"left_out": "Wat is weggelaten", "why": "Waarom", "ground_words": "Grond"},
)


def held_documents(case_ids: Collection[UUID]) -> tuple[Held, ...]:
    """Give the documents, their versions and copies, each in one query. The files themselves are handed over apart."""
    return (
        *held_rows(Document.objects.filter(case__in=case_ids), _NAMED),
        *held_rows(DocumentVersion.objects.filter(case__in=case_ids), _FILE),
        *held_rows(RedactedCopy.objects.filter(case__in=case_ids), _COPY),
    )
