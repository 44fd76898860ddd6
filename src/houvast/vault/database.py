"""What the database itself keeps of the vault."""

from houvast.kernel.database_rules import Rule, fixed

RULES: tuple[Rule, ...] = (fixed("vault_key", "id", "wrapped", "created_at"),)
HISTORIES: tuple[str, ...] = ()
