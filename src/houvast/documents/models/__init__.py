"""The tables of documents."""

from houvast.documents.models.documents import Document, DocumentVersion, RedactedCopy

__all__ = ["Document", "DocumentVersion", "RedactedCopy"]
