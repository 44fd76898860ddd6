"""What the database itself keeps of accountability. `tests/accountability/` attacks each rule."""

from houvast.accountability.database_alarms import ALARM_HISTORIES, ALARMS
from houvast.accountability.database_requests import REQUEST_HISTORIES, REQUESTS
from houvast.accountability.database_retention import RETENTION, RETENTION_HISTORIES
from houvast.accountability.database_sampling import SAMPLING, SAMPLING_HISTORIES
from houvast.kernel.database_rules import WrittenRule

HISTORIES: tuple[str, ...] = (*RETENTION_HISTORIES, *REQUEST_HISTORIES, *SAMPLING_HISTORIES, *ALARM_HISTORIES)
RULES: tuple[WrittenRule, ...] = (*RETENTION, *REQUESTS, *SAMPLING, *ALARMS)
