"""What the database itself keeps of documents. `tests/documents/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import (
    Pointer,
    Rule,
    WrittenRule,
    append_only,
    fixed,
    newest,
    no_delete,
    numbered,
    same_as_parent,
)

_DOCUMENT, _VERSION, _COPY = "documents_document", "documents_documentversion", "documents_redactedcopy"
HISTORIES: tuple[str, ...] = (_VERSION, _COPY)


def _of_the_same_case() -> Rule:
    """Keep a redacted copy in the case of its original."""
    return Rule(
        f"{_COPY}_original_of_case",
        _COPY,
        "INSERT",
        f"NEW.case_id IS DISTINCT FROM (SELECT d.case_id FROM {_DOCUMENT} d WHERE d.id = NEW.original_id)",
        f"{_COPY}: copy and original are of one case",
    )


RULES: tuple[WrittenRule, ...] = (
    *no_delete(_DOCUMENT),
    fixed(
        _DOCUMENT,
        "id",
        "case_id",
        "municipality_id",
        "part",
        "shared_with_case",
        "kind",
        "name_sealed",
        "added_at",
        "added_by_id",
        "ground",
        "organisation_id",
        "retention_from",
    ),
    same_as_parent(_DOCUMENT, "municipality_id", "cases_case", "case_id"),
    *append_only(_VERSION),
    same_as_parent(_VERSION, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_VERSION, "case_id", _DOCUMENT, "document_id"),
    numbered(_VERSION, "document_id"),
    *newest(_DOCUMENT, "current_id", _VERSION, "document_id"),
    Pointer(f"{_VERSION}_current", _VERSION, "1 = 1", _DOCUMENT, "current_id", "document_id"),
    *append_only(_COPY),
    same_as_parent(_COPY, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_COPY, "case_id", _DOCUMENT, "document_id"),
    _of_the_same_case(),
)
