"""Whose document somebody asked for, also when they may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.documents.models import Document, DocumentVersion


def case_of_document(row_id: UUID) -> UUID | None:
    """Give the case of a document or of a version; None when there is none with this id."""
    for table in (Document.objects, DocumentVersion.objects):
        case_id = table.filter(pk=row_id).values_list("case_id", flat=True).first()
        if case_id is not None:
            return case_id
    return None
