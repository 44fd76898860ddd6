"""What the database itself keeps of accountability. `tests/accountability/test_database.py` attacks each rule."""

from houvast.accountability.database_retention import RETENTION, RETENTION_HISTORIES
from houvast.kernel.database_rules import WrittenRule

HISTORIES: tuple[str, ...] = RETENTION_HISTORIES
RULES: tuple[WrittenRule, ...] = RETENTION
