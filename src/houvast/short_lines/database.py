"""What the database itself keeps of short lines. `tests/short_lines/test_database.py` attacks each rule."""

from houvast.kernel.database_rules import Pointer, Rule, WrittenRule, append_only, fixed, newest, no_delete, numbered

HISTORIES: tuple[str, ...] = ("short_lines_linecontact", "short_lines_linecheck", "short_lines_linesetting")
_LINE = "short_lines_shortline"

_LINES: tuple[WrittenRule, ...] = (
    *no_delete(_LINE),
    fixed(_LINE, "id", "team_id", "municipality_id", "name", "organisation_id", "opened_at", "opened_by_id"),
    Rule(
        f"{_LINE}_of_a_municipality",
        _LINE,
        "INSERT",
        "NEW.municipality_id IS DISTINCT FROM (SELECT o.municipality_id FROM directory_team t "
        "JOIN directory_organisation o ON o.id = t.organisation_id WHERE t.id = NEW.team_id)",
        f"{_LINE}: of a team of this municipality",
    ),
    Rule(
        f"{_LINE}_goes_on",
        _LINE,
        "INSERT",
        "NEW.ended_at IS NOT NULL",
        f"{_LINE}: begins without an end",
    ),
    Rule(
        f"{_LINE}_stays_ended",
        _LINE,
        "UPDATE",
        "OLD.ended_at IS NOT NULL",
        f"{_LINE}: what ended stays as it was",
    ),
    *newest(_LINE, "contact_id", "short_lines_linecontact", "line_id"),
)
_CONTACTS: tuple[WrittenRule, ...] = (
    numbered("short_lines_linecontact", "line_id"),
    Rule(
        "short_lines_linecontact_later",
        "short_lines_linecontact",
        "INSERT",
        "NEW.since < (SELECT MAX(h.since) FROM short_lines_linecontact h WHERE h.line_id = NEW.line_id)",
        "short_lines_linecontact: not earlier than the row before",
    ),
    Rule(
        "short_lines_linecontact_while_it_runs",
        "short_lines_linecontact",
        "INSERT",
        "EXISTS (SELECT 1 FROM short_lines_shortline l WHERE l.id = NEW.line_id AND l.ended_at IS NOT NULL)",
        "short_lines_linecontact: only while the line runs",
    ),
    Pointer(
        "short_lines_linecontact_newest",
        "short_lines_linecontact",
        "1 = 1",
        _LINE,
        "contact_id",
        "line_id",
    ),
)
_CHECKS: tuple[WrittenRule, ...] = (
    Rule(
        "short_lines_linecheck_of_the_newest",
        "short_lines_linecheck",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM short_lines_shortline l WHERE l.id = NEW.line_id AND l.ended_at IS NULL "
        "AND l.contact_id = NEW.contact_id)",
        "short_lines_linecheck: of the contact that the line has",
    ),
)
_QUESTION = "short_lines_colleaguequestion"
_QUESTIONS: tuple[WrittenRule, ...] = (
    *no_delete(_QUESTION),
    fixed(
        _QUESTION, "id", "line_id", "key_id", "asked_by_id", "asked_at", "keep_until", "question_sealed", "known_sealed"
    ),
    Rule(
        f"{_QUESTION}_begins_open",
        _QUESTION,
        "INSERT",
        "NEW.answered_at IS NOT NULL OR NEW.passed_at IS NOT NULL",
        f"{_QUESTION}: begins without an answer",
    ),
    Rule(
        f"{_QUESTION}_once",
        _QUESTION,
        "UPDATE",
        "OLD.answered_at IS NOT NULL OR (OLD.passed_at IS NOT NULL AND NEW.passed_at IS DISTINCT FROM OLD.passed_at)",
        f"{_QUESTION}: passed on once and answered once",
    ),
)
_SETTINGS: tuple[WrittenRule, ...] = (
    Rule(
        "short_lines_linesetting_follows",
        "short_lines_linesetting",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(s.number) FROM short_lines_linesetting s WHERE s.kind = NEW.kind "
        "AND s.municipality_id = NEW.municipality_id), 0)",
        "short_lines_linesetting: number n follows n-1",
    ),
)

RULES: tuple[WrittenRule, ...] = (
    *(rule for table in HISTORIES for rule in append_only(table)),
    *_LINES,
    *_CONTACTS,
    *_CHECKS,
    *_QUESTIONS,
    *_SETTINGS,
)
