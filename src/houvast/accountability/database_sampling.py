"""What the database itself keeps of samples of the log, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, numbered, same_as_parent

SAMPLING_HISTORIES: tuple[str, ...] = (
    "accountability_sample",
    "accountability_sampledopening",
    "accountability_samplefinding",
)

SAMPLING: tuple[WrittenRule, ...] = (
    *(rule for table in SAMPLING_HISTORIES for rule in append_only(table)),
    numbered("accountability_sample", "municipality_id"),
    numbered("accountability_sampledopening", "sample_id"),
    numbered("accountability_samplefinding", "opening_id"),
    same_as_parent("accountability_sampledopening", "municipality_id", "accountability_sample", "sample_id"),
    same_as_parent("accountability_samplefinding", "municipality_id", "accountability_sampledopening", "opening_id"),
    Rule(
        "accountability_sampledopening_of_log",
        "accountability_sampledopening",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.id = NEW.entry_id "
        'AND e."case" = NEW.case_id AND e.actor_member = NEW.member_id)',
        "accountability_sampledopening: it is a row of the log about this member and this case",
    ),
    Rule(
        "accountability_samplefinding_of_another",
        "accountability_samplefinding",
        "INSERT",
        "NEW.by_id = (SELECT o.member_id FROM accountability_sampledopening o WHERE o.id = NEW.opening_id)",
        "accountability_samplefinding: nobody judges themselves",
    ),
)
