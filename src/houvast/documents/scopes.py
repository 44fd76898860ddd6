"""Seeing documents: by the parts and the rule of notes, through the reasons to see their case (ADR 0004, 0024)."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.cases.models import Access
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.scopes import access, seen
from houvast.cases.scopes_written import Sees, headed, read_whole
from houvast.directory.viewer import Viewer
from houvast.documents.models import Document, DocumentVersion, RedactedCopy

_SEEING = (Part.GENERAL_NOTES, Part.CARE_SUMMARY, Part.JUSTICE_SUMMARY)


def _reasons(viewer: Viewer, now: datetime) -> QuerySet[Access]:
    """Give the reasons that count for documents: an agreement with another municipality names notes, never these."""
    return access(viewer, now=now).exclude(relation=Relation.HOST)


def _sees(viewer: Viewer, now: datetime) -> Sees:
    """Give the cases of which a part counts for documents."""
    return lambda part: seen(viewer, Q(part=part) & ~Q(relation=Relation.HOST), now=now)


def documents(viewer: Viewer, *, now: datetime) -> QuerySet[Document]:
    """Give the documents that the viewer may read whole, with every version of them."""
    return Document.objects.filter(read_whole(_sees(viewer, now), viewer, by="added_by_id"))


def headings(viewer: Viewer, *, now: datetime) -> QuerySet[Document]:
    """Give the documents of which the viewer may know that they exist, what kind, whose and when: never their name."""
    return Document.objects.filter(headed(_sees(viewer, now))).defer("name_sealed")


def versions(viewer: Viewer, *, now: datetime) -> QuerySet[DocumentVersion]:
    """Give the versions, present and past, of documents that the viewer may read."""
    return DocumentVersion.objects.filter(document_id__in=documents(viewer, now=now).values("pk"))


def redacted_copies(viewer: Viewer, *, now: datetime) -> QuerySet[RedactedCopy]:
    """Give what is a copy of what, for who may read both: who reads the copy alone does not see that it is one."""
    read = documents(viewer, now=now).values("pk")
    return RedactedCopy.objects.filter(Q(document_id__in=read) & Q(original_id__in=read))


def sees_some(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether there is a list of documents for this viewer in a case, also while it is empty."""
    seen = _reasons(viewer, now).filter(case_id=case_id, part__in=_SEEING)
    return seen.exists() or documents(viewer, now=now).filter(case_id=case_id).exists()
