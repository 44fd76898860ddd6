"""What the database itself keeps of retention, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, numbered

RETENTION_HISTORIES: tuple[str, ...] = (
    "accountability_retentionperiod",
    "accountability_destructionproposal",
    "accountability_destructionanswer",
    "accountability_legalhold",
    "accountability_holdend",
    "accountability_destruction",
)

RETENTION: tuple[WrittenRule, ...] = (
    *(rule for table in RETENTION_HISTORIES for rule in append_only(table)),
    numbered("accountability_destructionproposal", "unit_id"),
    Rule(
        "accountability_destructionproposal_one_open",
        "accountability_destructionproposal",
        "INSERT",
        "EXISTS (SELECT 1 FROM accountability_destructionproposal p LEFT JOIN accountability_destructionanswer a "
        "ON a.proposal_id = p.id WHERE p.unit_id = NEW.unit_id AND (a.id IS NULL OR a.outcome = 'approved'))",
        "accountability_destructionproposal: one at a time",
    ),
    Rule(
        "accountability_destructionanswer_two_people",
        "accountability_destructionanswer",
        "INSERT",
        "(NEW.outcome = 'withdrawn') <> (NEW.answered_by_id = (SELECT p.proposed_by_id "
        "FROM accountability_destructionproposal p WHERE p.id = NEW.proposal_id))",
        "accountability_destructionanswer: another answers, and who proposed it withdraws",
    ),
    Rule(
        "accountability_case_key_certified",
        "vault_key",
        "UPDATE",
        "OLD.destroyed_at IS NULL AND NEW.destroyed_at IS NOT NULL AND EXISTS (SELECT 1 FROM cases_case c "
        "WHERE c.key_id = OLD.id AND NOT EXISTS (SELECT 1 FROM accountability_destruction d "
        "WHERE d.unit = 'case' AND d.unit_id = c.id))",
        "vault_key: the content of a case is destroyed with a certificate",
    ),
)
