"""What the database itself keeps of neighbours and notifiers, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, same_as_parent

BYSTANDER_HISTORIES: tuple[str, ...] = ("cases_bystander", "cases_bystanderturn")

BYSTANDER_RULES: tuple[WrittenRule, ...] = (
    same_as_parent("cases_bystander", "municipality_id", "cases_case", "case_id"),
    same_as_parent("cases_bystanderturn", "municipality_id", "cases_bystander", "bystander_id"),
    same_as_parent("cases_bystanderturn", "case_id", "cases_bystander", "bystander_id"),
    Rule(
        "cases_bystander_notifier",
        "cases_bystander",
        "INSERT",
        "NEW.kind = 'notifier' AND NOT NEW.confidential",
        "cases_bystander: who notified stays confidential",
    ),
    Rule(
        "cases_bystanderturn_over",
        "cases_bystanderturn",
        "INSERT",
        "EXISTS (SELECT 1 FROM cases_bystanderturn t WHERE t.bystander_id = NEW.bystander_id AND t.kind = 'over')",
        "cases_bystanderturn: after the end nothing follows",
    ),
)
