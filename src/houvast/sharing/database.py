"""What the database itself keeps of sharing. `tests/sharing/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Rule, append_only

HISTORIES: tuple[str, ...] = ("sharing_groundversion", "sharing_covenantversion")


def _numbered(table: str, *keys: str) -> Rule:
    """Let row n follow row n-1 of the same parent."""
    same = " AND ".join(f"h.{key} = NEW.{key}" for key in keys)
    return Rule(
        f"{table}_follows",
        table,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM {table} h WHERE {same}), 0)",
        f"{table}: number n follows n-1",
    )


RULES: tuple[Rule, ...] = (
    *(rule for table in HISTORIES for rule in append_only(table)),
    _numbered("sharing_groundversion", "municipality_id", "code"),
    _numbered("sharing_covenantversion", "municipality_id", "code"),
)
