"""What the database itself keeps of crucial moments, as part of `database.py`."""

from houvast.kernel.database_rules import Pointer, Rule, WrittenRule, fixed, no_delete, same_as_parent

MOMENT_HISTORIES = ("cases_momentturn", "cases_momentcontact", "cases_momentreport", "cases_checklist")
_OF_A_MOMENT = ("cases_momentturn", "cases_momentcontact", "cases_momentitem")


def newest(table: str, child: str, column: str, parent: str) -> Rule:
    """Keep a pointer on the newest row of its own history."""
    condition = (
        f"NEW.{column} IS DISTINCT FROM OLD.{column} AND NOT EXISTS (SELECT 1 FROM {child} h "
        f"WHERE h.id = NEW.{column} AND h.{parent} = NEW.id AND NOT EXISTS (SELECT 1 FROM {child} n "
        f"WHERE n.{parent} = NEW.id AND n.number > h.number))"
    )
    return Rule(f"{table}_newest", table, "UPDATE", condition, f"{table}: {column} names the newest row")


def follows(table: str, parent: str) -> Rule:
    """Number the rows of one history without a gap."""
    last = f"(SELECT MAX(h.number) FROM {table} h WHERE h.{parent} = NEW.{parent})"
    condition = f"NEW.number <> 1 + COALESCE({last}, 0)"
    return Rule(f"{table}_follows", table, "INSERT", condition, f"{table}: number n follows n-1")


def not_earlier(table: str, parent: str) -> Rule:
    """Keep a row from being recorded before the one that it follows."""
    condition = f"NEW.recorded_at < (SELECT MAX(h.recorded_at) FROM {table} h WHERE h.{parent} = NEW.{parent})"
    message = f"{table}: not recorded before the row that it follows"
    return Rule(f"{table}_not_earlier", table, "INSERT", condition, message)


MOMENT_RULES: tuple[WrittenRule, ...] = (
    *(
        same_as_parent(table, "municipality_id", "cases_case", "case_id")
        for table in ("cases_crucialmoment", "cases_momentreport", *_OF_A_MOMENT)
    ),
    *(same_as_parent(table, "case_id", "cases_crucialmoment", "moment_id") for table in _OF_A_MOMENT),
    same_as_parent("cases_momentreport", "case_id", "cases_momentitem", "moment_item_id"),
    *no_delete("cases_crucialmoment"),
    fixed(
        "cases_crucialmoment", "id", "case_id", "municipality_id", "kind", "about_sealed", "planned_by_id", "planned_at"
    ),
    Rule(
        "cases_crucialmoment_own_turn",
        "cases_crucialmoment",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_momentturn h WHERE h.id = NEW.turn_id)",
        "cases_crucialmoment: a moment begins its own history",
    ),
    newest("cases_crucialmoment", "cases_momentturn", "turn_id", "moment_id"),
    Rule(
        "cases_crucialmoment_closed_case",
        "cases_crucialmoment",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_case c JOIN cases_phaseperiod p ON p.id = c.phase_period_id "
        "WHERE c.id = NEW.case_id AND p.state = 'closed')",
        "cases_crucialmoment: nothing is planned in a closed case",
    ),
    follows("cases_momentturn", "moment_id"),
    not_earlier("cases_momentturn", "moment_id"),
    Rule(
        "cases_momentturn_first",
        "cases_momentturn",
        "INSERT",
        "NEW.number = 1 AND (NEW.state NOT IN ('expected', 'happened') OR NEW.id IS DISTINCT FROM "
        "(SELECT m.turn_id FROM cases_crucialmoment m WHERE m.id = NEW.moment_id))",
        "cases_momentturn: a moment begins expected or happened, with the row that it was written with",
    ),
    Rule(
        "cases_momentturn_turns",
        "cases_momentturn",
        "INSERT",
        "NEW.state NOT IN ('expected', 'moved', 'happened', 'cancelled') OR (NEW.number > 1 AND ("
        "NEW.state = 'expected' OR EXISTS (SELECT 1 FROM cases_momentturn h WHERE h.moment_id = NEW.moment_id "
        "AND h.number = NEW.number - 1 AND h.state IN ('happened', 'cancelled'))))",
        "cases_momentturn: what happened or was cancelled is over",
    ),
    Rule(
        "cases_momentturn_days",
        "cases_momentturn",
        "INSERT",
        "NEW.until < NEW.on_date OR (NEW.until IS NOT NULL AND NEW.state = 'happened')",
        "cases_momentturn: a period ends after it begins, and what happened has one day",
    ),
    Pointer("cases_momentturn_newest", "cases_momentturn", "1 = 1", "cases_crucialmoment", "turn_id", "moment_id"),
    *no_delete("cases_momentitem"),
    fixed(
        "cases_momentitem",
        "id",
        "moment_id",
        "case_id",
        "municipality_id",
        "number",
        "timing",
        "days",
        "text_sealed",
        "who_sealed",
        "member_id",
        "added_by_id",
        "added_at",
    ),
    newest("cases_momentitem", "cases_momentreport", "report_id", "moment_item_id"),
    Rule(
        "cases_momentitem_own_report",
        "cases_momentitem",
        "INSERT",
        "NEW.report_id IS NOT NULL",
        "cases_momentitem: an item begins without a report",
    ),
    Rule(
        "cases_momentitem_side",
        "cases_momentitem",
        "INSERT",
        "NOT (NEW.timing = 'before' AND NEW.days <= 0) AND NOT (NEW.timing = 'after' AND NEW.days >= 0)",
        "cases_momentitem: before has days before, after has days after",
    ),
    follows("cases_momentcontact", "moment_id"),
    follows("cases_momentitem", "moment_id"),
    follows("cases_momentreport", "moment_item_id"),
    not_earlier("cases_momentreport", "moment_item_id"),
    Rule(
        "cases_momentreport_states",
        "cases_momentreport",
        "INSERT",
        "NEW.state NOT IN ('done', 'not_done', 'open') OR (NEW.number = 1 AND NEW.state = 'open')",
        "cases_momentreport: done or not done first, and open only again",
    ),
    Pointer(
        "cases_momentreport_newest", "cases_momentreport", "1 = 1", "cases_momentitem", "report_id", "moment_item_id"
    ),
    Rule(
        "cases_checklist_follows",
        "cases_checklist",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM cases_checklist h "
        "WHERE h.municipality_id = NEW.municipality_id AND h.kind = NEW.kind), 0)",
        "cases_checklist: number n follows n-1",
    ),
)
