"""What the database itself keeps of the audit log."""

from houvast.kernel.database_rules import Rule, append_only, no_delete, numbered

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
    *append_only("audit_checkpoint"),
    *append_only("audit_checkpointhead"),
    *append_only("audit_activityversion"),
    numbered("audit_activityversion", "activity"),
    Rule(
        "audit_checkpoint_follows",
        "audit_checkpoint",
        "INSERT",
        "NEW.number <> (SELECT COALESCE(MAX(c.number), 0) + 1 FROM audit_checkpoint c) "
        "OR NEW.previous <> COALESCE((SELECT c.digest FROM audit_checkpoint c WHERE c.number = NEW.number - 1), '')",
        "audit_checkpoint: a checkpoint follows the one before it",
    ),
    Rule(
        "audit_checkpointhead_stands",
        "audit_checkpointhead",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.chain_id = NEW.chain_id AND e.number = NEW.number "
        "AND e.hash = NEW.hash) OR NEW.number <= COALESCE((SELECT MAX(h.number) FROM audit_checkpointhead h "
        "WHERE h.chain_id = NEW.chain_id), 0)",
        "audit_checkpointhead: a head is an entry that is there, further than before",
    ),
    Rule(
        "audit_checkpointhead_newest",
        "audit_checkpointhead",
        "INSERT",
        "NEW.checkpoint_id IS DISTINCT FROM (SELECT c.id FROM audit_checkpoint c ORDER BY c.number DESC LIMIT 1)",
        "audit_checkpointhead: nothing is added to an earlier checkpoint",
    ),
)
HISTORIES: tuple[str, ...] = ("audit_entry", "audit_checkpoint", "audit_checkpointhead", "audit_activityversion")
