"""What the database itself keeps of meetings. `tests/consultation/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Rule, append_only, fixed, no_delete

HISTORIES: tuple[str, ...] = (
    "consultation_itemtext",
    "consultation_resolution",
    "consultation_resolutionoutcome",
    "consultation_correction",
    "consultation_tableanswer",
)
_STATE_OF_ITEM = (
    "(SELECT m.state FROM consultation_meeting m JOIN consultation_agendaitem a ON a.meeting_id = m.id "
    "WHERE a.id = NEW.item_id)"
)
_STATE = "(SELECT m.state FROM consultation_meeting m WHERE m.id = NEW.meeting_id)"


def _numbered(table: str) -> Rule:
    """Let row n follow row n-1 of the same item."""
    return Rule(
        f"{table}_follows",
        table,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(h.number) FROM {table} h WHERE h.item_id = NEW.item_id), 0)",
        f"{table}: number n follows n-1",
    )


def _not_closed(table: str, state: str) -> tuple[Rule, Rule]:
    """Refuse rows of a closed meeting, new and changed."""
    message = f"{table}: the meeting is closed"
    return (
        Rule(f"{table}_closed_insert", table, "INSERT", f"{state} = 'closed'", message),
        Rule(f"{table}_closed_update", table, "UPDATE", f"{state} = 'closed'", message),
    )


def _only_while(table: str, state: str) -> Rule:
    """Take rows only while the meeting of their item has this state."""
    condition = f"{_STATE_OF_ITEM} IS DISTINCT FROM '{state}'"
    return Rule(f"{table}_only_{state}", table, "INSERT", condition, f"{table}: only while the meeting is {state}")


_TABLES: tuple[Rule, ...] = (
    *no_delete("consultation_consultationtable"),
    fixed("consultation_consultationtable", "id", "municipality_id"),
    *no_delete("consultation_tablemember"),
    fixed("consultation_tablemember", "id", "table_id", "organisation_id", "member_id", "since"),
)
_MEETINGS: tuple[Rule, ...] = (
    *no_delete("consultation_meeting"),
    fixed("consultation_meeting", "id", "table_id", "planned_at"),
    Rule(
        "consultation_meeting_begins",
        "consultation_meeting",
        "INSERT",
        "NEW.state <> 'planned'",
        "consultation_meeting: begins planned",
    ),
    Rule(
        "consultation_meeting_forward",
        "consultation_meeting",
        "UPDATE",
        "OLD.state <> NEW.state AND NOT ((OLD.state = 'planned' AND NEW.state = 'open') "
        "OR (OLD.state = 'open' AND NEW.state = 'closed'))",
        "consultation_meeting: from planned to open to closed",
    ),
    Rule(
        "consultation_meeting_closed",
        "consultation_meeting",
        "UPDATE",
        "OLD.state = 'closed'",
        "consultation_meeting: a closed meeting does not change",
    ),
)
_ITEMS: tuple[Rule, ...] = (
    *no_delete("consultation_agendaitem"),
    fixed(
        "consultation_agendaitem",
        "id",
        "meeting_id",
        "municipality_id",
        "kind",
        "case_id",
        "key_id",
        "cause",
        "added_at",
        "added_by_id",
        "ground",
        "organisation_id",
        "retention_from",
    ),
    Rule(
        "consultation_agendaitem_same_municipality_id",
        "consultation_agendaitem",
        "INSERT",
        "NEW.case_id IS NOT NULL AND NEW.municipality_id IS DISTINCT FROM "
        "(SELECT c.municipality_id FROM cases_case c WHERE c.id = NEW.case_id)",
        "consultation_agendaitem: municipality_id is that of its cases_case",
    ),
    *_not_closed("consultation_agendaitem", _STATE),
    *no_delete("consultation_itemmember"),
    fixed("consultation_itemmember", "id", "item_id", "member_id", "from_at"),
    *_not_closed("consultation_itemmember", _STATE_OF_ITEM),
    *no_delete("consultation_itemguest"),
    fixed("consultation_itemguest", "id", "item_id", "kind", "who_sealed", "told_on", "told_how", "why_sealed"),
    *_not_closed("consultation_itemguest", _STATE_OF_ITEM),
    *no_delete("consultation_presence"),
    fixed("consultation_presence", "id", "meeting_id", "member_id"),
    *_not_closed("consultation_presence", _STATE),
)
_MINUTES: tuple[Rule, ...] = (
    *append_only("consultation_itemtext"),
    _numbered("consultation_itemtext"),
    _only_while("consultation_itemtext", "open"),
    *append_only("consultation_resolution"),
    _numbered("consultation_resolution"),
    _only_while("consultation_resolution", "open"),
    Rule(
        "consultation_resolution_has_its_task",
        "consultation_resolution",
        "INSERT",
        "EXISTS (SELECT 1 FROM consultation_agendaitem a WHERE a.id = NEW.item_id AND a.case_id IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM plans_task t WHERE t.case_id = a.case_id AND t.source = 'resolution' "
        "AND t.source_id = NEW.id))",
        "consultation_resolution: a resolution about a case has its task",
    ),
    *append_only("consultation_resolutionoutcome"),
    Rule(
        "consultation_resolutionoutcome_no_case",
        "consultation_resolutionoutcome",
        "INSERT",
        "EXISTS (SELECT 1 FROM consultation_resolution r JOIN consultation_agendaitem a ON a.id = r.item_id "
        "WHERE r.id = NEW.resolution_id AND a.case_id IS NOT NULL)",
        "consultation_resolutionoutcome: in a case the task says how it stands",
    ),
    *append_only("consultation_correction"),
    _numbered("consultation_correction"),
    _only_while("consultation_correction", "closed"),
)

_QUESTIONS: tuple[Rule, ...] = (
    *no_delete("consultation_tablequestion"),
    fixed("consultation_tablequestion", "id", "item_id", "table_id", "question_sealed", "asked_at", "asked_by_id"),
    _not_closed("consultation_tablequestion", _STATE_OF_ITEM)[0],
    Rule(
        "consultation_tablequestion_other_table",
        "consultation_tablequestion",
        "INSERT",
        "NEW.table_id = (SELECT m.table_id FROM consultation_meeting m JOIN consultation_agendaitem a "
        "ON a.meeting_id = m.id WHERE a.id = NEW.item_id)",
        "consultation_tablequestion: another table is asked",
    ),
    Rule(
        "consultation_tablequestion_begins",
        "consultation_tablequestion",
        "INSERT",
        "NEW.answering_item_id IS NOT NULL",
        "consultation_tablequestion: begins on no agenda",
    ),
    Rule(
        "consultation_tablequestion_answering_item",
        "consultation_tablequestion",
        "UPDATE",
        "OLD.answering_item_id IS DISTINCT FROM NEW.answering_item_id AND NEW.answering_item_id IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM consultation_agendaitem b "
        "JOIN consultation_meeting m ON m.id = b.meeting_id JOIN consultation_agendaitem a ON a.id = NEW.item_id "
        "WHERE b.id = NEW.answering_item_id AND m.table_id = NEW.table_id AND b.kind = a.kind "
        "AND b.case_id IS NOT DISTINCT FROM a.case_id)",
        "consultation_tablequestion: discussed at the table that is asked, about the same",
    ),
    Rule(
        "consultation_tablequestion_ended",
        "consultation_tablequestion",
        "UPDATE",
        "EXISTS (SELECT 1 FROM consultation_tableanswer r WHERE r.question_id = NEW.id)",
        "consultation_tablequestion: what has ended does not change",
    ),
    *append_only("consultation_tableanswer"),
)

_FEEDS: tuple[Rule, ...] = (
    *no_delete("consultation_calendarfeed"),
    fixed("consultation_calendarfeed", "id", "member_id", "digest", "made_at"),
    Rule(
        "consultation_calendarfeed_ended",
        "consultation_calendarfeed",
        "UPDATE",
        "OLD.ended_at IS NOT NULL",
        "consultation_calendarfeed: an address that has ended does not come back",
    ),
)

RULES: tuple[Rule, ...] = (*_TABLES, *_MEETINGS, *_ITEMS, *_MINUTES, *_QUESTIONS, *_FEEDS)
