"""What the database itself keeps of who may not see, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, fixed, no_delete, same_as_parent


def _ended_once(table: str) -> Rule:
    return Rule(
        f"{table}_ended_once",
        table,
        "UPDATE",
        "OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_by_id IS NULL",
        f"{table}: ended is ended, and somebody ended it",
    )


SHIELDING_RULES: tuple[WrittenRule, ...] = (
    same_as_parent("cases_lockout", "municipality_id", "cases_case", "case_id"),
    *no_delete("cases_lockout"),
    fixed(
        "cases_lockout",
        "id",
        "case_id",
        "municipality_id",
        "member_id",
        "reason_sealed",
        "added_by_id",
        "added_at",
    ),
    _ended_once("cases_lockout"),
    Rule(
        "cases_lockout_reason",
        "cases_lockout",
        "INSERT",
        "length(NEW.reason_sealed) = 0 OR NEW.member_id = NEW.added_by_id OR NEW.ended_at IS NOT NULL",
        "cases_lockout: with a reason, and nobody locks themselves out",
    ),
    Rule(
        "cases_lockout_no_seat",
        "cases_lockout",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_case c JOIN cases_seat s ON s.id IN (c.case_direction_id, "
        "c.process_direction_id, c.operational_id, c.administrative_id) "
        "WHERE c.id = NEW.case_id AND s.member_id = NEW.member_id)",
        "cases_lockout: who has a responsibility in a case gives it away first",
    ),
    Rule(
        "cases_seat_not_locked_out",
        "cases_seat",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_lockout l WHERE l.case_id = NEW.case_id AND l.member_id = NEW.member_id "
        "AND l.ended_at IS NULL)",
        "cases_seat: not for who is locked out of the case",
    ),
    Rule(
        "cases_passingpermission_writer",
        "cases_passingpermission",
        "INSERT",
        "NEW.organisation_id = (SELECT n.organisation_id FROM cases_note n WHERE n.id = NEW.note_id)",
        "cases_passingpermission: to somebody else than who it came from",
    ),
    same_as_parent("cases_withheldhit", "municipality_id", "cases_case", "case_id"),
    *no_delete("cases_withheldhit"),
    fixed(
        "cases_withheldhit", "id", "case_id", "municipality_id", "reason_sealed", "review_on", "added_by_id", "added_at"
    ),
    _ended_once("cases_withheldhit"),
    Rule(
        "cases_withheldhit_reason",
        "cases_withheldhit",
        "INSERT",
        "length(NEW.reason_sealed) = 0 OR NEW.ended_at IS NOT NULL",
        "cases_withheldhit: with a reason, and not ended when it begins",
    ),
    *no_delete("cases_closedcell"),
    fixed("cases_closedcell", "id", "municipality_id", "relation", "part", "why", "decided_by_id", "decided_at"),
    _ended_once("cases_closedcell"),
)
