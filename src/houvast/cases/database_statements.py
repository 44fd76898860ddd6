"""What the database itself keeps of what residents say of what is held, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, same_as_parent

STATEMENT_HISTORIES: tuple[str, ...] = ("cases_statement", "cases_statementend")

STATEMENT_RULES: tuple[WrittenRule, ...] = (
    same_as_parent("cases_statement", "municipality_id", "cases_case", "case_id"),
    same_as_parent("cases_statementend", "municipality_id", "cases_statement", "statement_id"),
    same_as_parent("cases_statementend", "case_id", "cases_statement", "statement_id"),
    Rule(
        "cases_statement_in_case",
        "cases_statement",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_caseresident r "
        "WHERE r.case_id = NEW.case_id AND r.resident_id = NEW.resident_id)",
        "cases_statement: of somebody whom the case is about",
    ),
    Rule(
        "cases_statementend_settled",
        "cases_statementend",
        "INSERT",
        "(SELECT s.kind FROM cases_statement s WHERE s.id = NEW.statement_id) = 'own_view'",
        "cases_statementend: an own view stays",
    ),
)
