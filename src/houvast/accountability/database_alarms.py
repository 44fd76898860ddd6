"""What the database itself keeps of alarms, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, same_as_parent

ALARM_HISTORIES: tuple[str, ...] = ("accountability_alarm", "accountability_alarmanswer")

ALARMS: tuple[WrittenRule, ...] = (
    *(rule for table in ALARM_HISTORIES for rule in append_only(table)),
    same_as_parent("accountability_alarmanswer", "municipality_id", "accountability_alarm", "alarm_id"),
    Rule(
        "accountability_alarmanswer_another",
        "accountability_alarmanswer",
        "INSERT",
        "NEW.by_id = (SELECT a.member_id FROM accountability_alarm a WHERE a.id = NEW.alarm_id)",
        "accountability_alarmanswer: never by who it is about",
    ),
)
