"""What the database itself keeps of the directory; `tests/directory/test_database.py` attacks each rule."""

from houvast.kernel.database_rules import Rule, append_only, fixed, no_delete

HISTORIES: tuple[str, ...] = ("directory_adoptedmodel",)
_KEPT = (
    "directory_municipality",
    "directory_organisation",
    "directory_team",
    "directory_member",
    "directory_memberfunction",
    "directory_mandate",
    "directory_standin",
    "directory_duo",
    "directory_account",
    "directory_factorrepair",
    "directory_activation",
)
_TIME_BOUND = {
    "directory_member": ("id", "organisation_id", "from_at"),
    "directory_memberfunction": ("id", "member_id", "function", "domain", "title", "from_at"),
    "directory_mandate": ("id", "member_id", "function", "document", "from_at"),
    "directory_standin": ("id", "member_id", "stand_in_id", "from_at"),
    "directory_duo": ("id", "first_id", "second_id", "from_at"),
}


def _time_bound(table: str, columns: tuple[str, ...]) -> tuple[Rule, ...]:
    backwards = "NEW.until_at < NEW.from_at"
    return (
        fixed(table, *columns),
        Rule(f"{table}_forward", table, "INSERT", backwards, f"{table}: an end is not before its beginning"),
        Rule(
            f"{table}_end_stays",
            table,
            "UPDATE",
            f"(OLD.until_at IS NOT NULL AND (NEW.until_at IS NULL OR NEW.until_at > OLD.until_at)) OR {backwards}",
            f"{table}: an end that was set is never moved later, or before the beginning",
        ),
    )


_REPAIR = (
    fixed("directory_factorrepair", "id", "account_id", "factor", "asked_by_id", "asked_at"),
    Rule(
        "directory_factorrepair_asked_first",
        "directory_factorrepair",
        "INSERT",
        "NEW.approved_by_id IS NOT NULL OR NEW.approved_at IS NOT NULL",
        "directory_factorrepair: first asked, then approved by another",
    ),
    Rule(
        "directory_factorrepair_once",
        "directory_factorrepair",
        "UPDATE",
        "OLD.approved_at IS NOT NULL OR NEW.approved_by_id IS NULL OR NEW.approved_at IS NULL",
        "directory_factorrepair: approved once, by somebody, at a moment",
    ),
)

_ACTIVATION = (
    fixed("directory_activation", "id", "account_id", "digest", "made_by_id", "made_at", "valid_until"),
    Rule(
        "directory_activation_unused_first",
        "directory_activation",
        "INSERT",
        "NEW.used_at IS NOT NULL OR NEW.withdrawn_at IS NOT NULL OR NEW.valid_until <= NEW.made_at",
        "directory_activation: begins unused, and with some time",
    ),
    Rule(
        "directory_activation_once",
        "directory_activation",
        "UPDATE",
        "OLD.used_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL "
        "OR (NEW.used_at IS NULL) = (NEW.withdrawn_at IS NULL) OR NEW.used_at > NEW.valid_until",
        "directory_activation: used or withdrawn, once, and used in time",
    ),
)

RULES: tuple[Rule, ...] = (
    *append_only("directory_adoptedmodel"),
    *(rule for table in _KEPT for rule in no_delete(table)),
    *(rule for table, columns in _TIME_BOUND.items() for rule in _time_bound(table, columns)),
    fixed("directory_account", "id", "username", "member_id", "is_practice"),
    fixed("directory_municipality", "id", "code"),
    fixed("directory_organisation", "id", "kind", "municipality_id"),
    *_REPAIR,
    *_ACTIVATION,
)
