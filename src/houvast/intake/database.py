"""What the database itself keeps of intake. `tests/intake/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Pointer, Rule, WrittenRule, append_only, fixed, no_delete, same_as_parent

HISTORIES: tuple[str, ...] = ("intake_triagedecision", "intake_passonanswer", "intake_listversion")

_COUNTS = ("read", "accepted", "already_known", "refused", "warnings")


def _of_the_municipality(column: str, parent: str, operation: str) -> str:
    """Say that what a concern points at belongs to another municipality."""
    changed = f" AND OLD.{column} IS DISTINCT FROM NEW.{column}" if operation == "UPDATE" else ""
    return (
        f"NEW.{column} IS NOT NULL{changed} AND NEW.municipality_id IS DISTINCT FROM "
        f"(SELECT p.municipality_id FROM {parent} p WHERE p.id = NEW.{column})"
    )


def _stays_in_the_municipality(column: str, parent: str) -> tuple[Rule, Rule]:
    message = f"intake_concern: {column} is of the same municipality"
    return (
        Rule(
            f"intake_concern_{column}_insert",
            "intake_concern",
            "INSERT",
            _of_the_municipality(column, parent, "INSERT"),
            message,
        ),
        Rule(
            f"intake_concern_{column}_update",
            "intake_concern",
            "UPDATE",
            _of_the_municipality(column, parent, "UPDATE"),
            message,
        ),
    )


_CONCERN: tuple[WrittenRule, ...] = (
    *no_delete("intake_concern"),
    fixed("intake_concern", "id", "municipality_id", "point_id", "received_at", "entered_by_id"),
    Rule(
        "intake_concern_identity",
        "intake_concern",
        "UPDATE",
        "OLD.identity <> NEW.identity AND NEW.key_id IS NOT NULL",
        "intake_concern: what recognises it changes only when it is emptied",
    ),
    same_as_parent("intake_concern", "municipality_id", "intake_reportingpoint", "point_id"),
    *_stays_in_the_municipality("case_id", "cases_case"),
    *_stays_in_the_municipality("resident_id", "residents_resident"),
    Rule(
        "intake_concern_version",
        "intake_concern",
        "UPDATE",
        "(OLD.state <> NEW.state OR OLD.step <> NEW.step OR OLD.case_id IS DISTINCT FROM NEW.case_id) "
        "AND NEW.version <> OLD.version + 1",
        "intake_concern: what is decided makes the next version",
    ),
    Rule(
        "intake_concern_texts_gone",
        "intake_concern",
        "UPDATE",
        "NEW.key_id IS NULL AND length(NEW.text_sealed) + length(NEW.bsn_sealed) + length(NEW.reporter_sealed) > 0",
        "intake_concern: without its key no sealed text stays",
    ),
    Rule(
        "intake_concern_stays_empty",
        "intake_concern",
        "UPDATE",
        "OLD.key_id IS NULL",
        "intake_concern: what went straight out stays as it is",
    ),
    Rule(
        "intake_concern_decision",
        "intake_concern",
        "UPDATE",
        "OLD.decision_id IS DISTINCT FROM NEW.decision_id AND NOT EXISTS (SELECT 1 FROM intake_triagedecision d "
        "WHERE d.id = NEW.decision_id AND d.concern_id = NEW.id AND NOT EXISTS (SELECT 1 FROM intake_triagedecision n "
        "WHERE n.concern_id = NEW.id AND n.number > d.number))",
        "intake_concern: the decision is the newest one about it",
    ),
)

_DECISIONS: tuple[WrittenRule, ...] = (
    *(rule for table in HISTORIES for rule in append_only(table)),
    Rule(
        "intake_listversion_follows",
        "intake_listversion",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(v.number) FROM intake_listversion v WHERE v.code = NEW.code "
        "AND v.kind = NEW.kind AND v.municipality_id = NEW.municipality_id), 0)",
        "intake_listversion: number n follows n-1",
    ),
    same_as_parent("intake_triagedecision", "municipality_id", "intake_concern", "concern_id"),
    Rule(
        "intake_triagedecision_follows",
        "intake_triagedecision",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(d.number) FROM intake_triagedecision d "
        "WHERE d.concern_id = NEW.concern_id), 0)",
        "intake_triagedecision: number n follows n-1",
    ),
    Pointer(
        "intake_triagedecision_last",
        "intake_triagedecision",
        "1 = 1",
        "intake_concern",
        "decision_id",
        "concern_id",
    ),
    Rule(
        "intake_passonanswer_passed_on",
        "intake_passonanswer",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM intake_triagedecision d JOIN intake_concern c ON c.decision_id = d.id "
        "WHERE d.id = NEW.decision_id AND d.outcome = 'passed_on' AND d.accept_before > NEW.answered_at)",
        "intake_passonanswer: only what was passed on last is answered, within its term",
    ),
)

_ROW_GONE = "EXISTS (SELECT 1 FROM vault_key k WHERE k.id = OLD.key_id AND k.destroyed_at IS NOT NULL)"
_IMPORTS: tuple[WrittenRule, ...] = (
    *no_delete("intake_import"),
    Rule(
        "intake_import_counts",
        "intake_import",
        "UPDATE",
        "OLD.finished_at IS NOT NULL OR "
        + " OR ".join(f"NEW.{count} < OLD.{count}" for count in _COUNTS)
        + " OR NEW.id <> OLD.id OR NEW.digest <> OLD.digest OR NEW.imported_at <> OLD.imported_at"
        + " OR NEW.municipality_id IS DISTINCT FROM OLD.municipality_id"
        + " OR NEW.imported_by_id IS DISTINCT FROM OLD.imported_by_id",
        "intake_import: counts grow until it is finished, and nothing else changes",
    ),
    *no_delete("intake_repairrow"),
    fixed("intake_repairrow", "id", "source_import_id", "municipality_id", "row"),
    Rule(
        "intake_repairrow_content",
        "intake_repairrow",
        "UPDATE",
        "(OLD.content_sealed <> NEW.content_sealed AND length(NEW.content_sealed) > 0) "
        "OR (NEW.key_id IS NOT NULL AND NEW.key_id IS DISTINCT FROM OLD.key_id) "
        "OR (NEW.state <> 'waiting' AND length(NEW.content_sealed) > 0) "
        "OR (NEW.state = 'corrected' AND NEW.key_id IS NOT NULL)",
        "intake_repairrow: the content stays as it came until it is emptied with the row",
    ),
    Rule(
        "intake_repairrow_handled_once",
        "intake_repairrow",
        "UPDATE",
        f"OLD.state <> 'waiting' AND NOT ({_ROW_GONE} AND NEW.state = OLD.state "
        "AND length(NEW.handled_reason_sealed) = 0 AND NEW.handled_by_id IS NOT DISTINCT FROM OLD.handled_by_id "
        "AND NEW.handled_at IS NOT DISTINCT FROM OLD.handled_at AND NEW.\"column\" = '' AND NEW.reason = '')",
        "intake_repairrow: what was corrected or dismissed stays so, until it is erased",
    ),
    Rule(
        "intake_repairrow_fingerprint",
        "intake_repairrow",
        "UPDATE",
        f"OLD.fingerprint <> NEW.fingerprint AND NOT {_ROW_GONE}",
        "intake_repairrow: what recognises it changes only when it is erased",
    ),
)

RULES: tuple[WrittenRule, ...] = (*_CONCERN, *_DECISIONS, *_IMPORTS)
