"""What the database itself keeps of breaking the glass, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, same_as_parent

GLASS_HISTORIES: tuple[str, ...] = ("cases_glassbreak", "cases_glassjudgement")

GLASS_RULES: tuple[WrittenRule, ...] = (
    same_as_parent("cases_glassbreak", "municipality_id", "cases_case", "case_id"),
    same_as_parent("cases_glassjudgement", "municipality_id", "cases_glassbreak", "glass_break_id"),
    same_as_parent("cases_glassjudgement", "case_id", "cases_glassbreak", "glass_break_id"),
    Rule(
        "cases_glassbreak_whole",
        "cases_glassbreak",
        "INSERT",
        "length(NEW.reason_sealed) = 0 OR length(NEW.tried_sealed) = 0 OR NEW.until_at <= NEW.at",
        "cases_glassbreak: with a reason, whom they tried to reach, and an end",
    ),
    Rule(
        "cases_glassbreak_not_locked_out",
        "cases_glassbreak",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_lockout l WHERE l.case_id = NEW.case_id AND l.member_id = NEW.member_id "
        "AND l.ended_at IS NULL)",
        "cases_glassbreak: not by who is locked out of the case",
    ),
    Rule(
        "cases_glassjudgement_another",
        "cases_glassjudgement",
        "INSERT",
        "length(NEW.words_sealed) = 0 OR NEW.by_id = "
        "(SELECT g.member_id FROM cases_glassbreak g WHERE g.id = NEW.glass_break_id)",
        "cases_glassjudgement: with words, and never by who did it",
    ),
    Rule(
        "cases_access_glass",
        "cases_access",
        "INSERT",
        "NEW.relation = 'broke_glass' AND NOT EXISTS (SELECT 1 FROM cases_glassbreak g WHERE g.id = NEW.source_id "
        "AND g.case_id = NEW.case_id AND g.member_id = NEW.member_id AND g.until_at = NEW.until_at)",
        "cases_access: who broke the glass sees that case, until it ends",
    ),
)
