"""What the database itself keeps of the vault. `tests/vault/test_database.py` attacks each rule with raw SQL."""

from collections.abc import Mapping

from houvast.kernel.database_rules import Emptied, Rule, WrittenRule, append_only, fixed, no_delete

_NEWEST = "(SELECT e.id FROM vault_epoch e ORDER BY e.number DESC LIMIT 1)"
_DESTROYED = "NEW.destroyed_at IS NOT NULL AND OLD.epoch_id IS NOT DISTINCT FROM NEW.epoch_id"
_WRAPPED_ANEW = (
    "NEW.destroyed_at IS NULL AND OLD.epoch_id IS DISTINCT FROM NEW.epoch_id "
    f"AND NEW.epoch_id = {_NEWEST} AND length(NEW.wrapped) > 0"
)
_STAYS = (
    "NEW.destroyed_at = OLD.destroyed_at AND length(NEW.wrapped) = 0 AND OLD.epoch_id IS NOT DISTINCT FROM NEW.epoch_id"
)

RULES: tuple[WrittenRule, ...] = (
    *append_only("vault_epoch"),
    Rule(
        "vault_epoch_follows",
        "vault_epoch",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(e.number) FROM vault_epoch e), 0)",
        "vault_epoch: number n follows n-1",
    ),
    fixed("vault_key", "id", "created_at"),
    *no_delete("vault_key"),
    Rule(
        "vault_key_new",
        "vault_key",
        "INSERT",
        f"NEW.epoch_id IS DISTINCT FROM {_NEWEST} OR length(NEW.wrapped) = 0 OR NEW.destroyed_at IS NOT NULL",
        "vault_key: a key begins whole, in the epoch of now",
    ),
    Rule(
        "vault_key_changes",
        "vault_key",
        "UPDATE",
        f"NOT COALESCE((OLD.destroyed_at IS NULL AND (({_DESTROYED}) OR ({_WRAPPED_ANEW}))) OR ({_STAYS}), 1 = 0)",
        "vault_key: a key is destroyed, or wrapped anew in the next epoch, and nothing else",
    ),
    Emptied("vault_key_emptied", "vault_key", "NEW.destroyed_at IS NOT NULL AND length(NEW.wrapped) > 0", "wrapped"),
)
HISTORIES: tuple[str, ...] = ("vault_epoch",)
NARROW: Mapping[str, tuple[str, ...]] = {"vault_key": ("destroyed_at",)}
"""Tables of which the application role changes only these columns, and removes nothing."""
