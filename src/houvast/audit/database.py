"""What the database itself keeps of the audit log."""

from houvast.kernel.database_rules import Rule, append_only, no_delete

RULES: tuple[Rule, ...] = (
    *append_only("audit_entry"),
    *no_delete("audit_chain"),
    Rule(
        "audit_chain_begins",
        "audit_chain",
        "INSERT",
        "NEW.head_number <> 0 OR NEW.head_hash <> ''",
        "audit_chain: a chain begins without entries",
    ),
    Rule(
        "audit_chain_forward",
        "audit_chain",
        "UPDATE",
        "NEW.head_number <> OLD.head_number + 1 OR NEW.name <> OLD.name OR NEW.id <> OLD.id "
        "OR NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.chain_id = NEW.id AND e.number = NEW.head_number "
        "AND e.hash = NEW.head_hash)",
        "audit_chain: the head moves one entry forward, to an entry that is there",
    ),
    Rule(
        "audit_entry_follows",
        "audit_entry",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.id = NEW.chain_id "
        "AND c.head_number + 1 = NEW.number AND c.head_hash = NEW.previous_hash)",
        "audit_entry: an entry follows the head of its chain",
    ),
)
HISTORIES: tuple[str, ...] = ("audit_entry",)
