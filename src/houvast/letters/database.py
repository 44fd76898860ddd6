"""What the database itself keeps of letters. `tests/letters/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, same_as_parent

_LETTER, _SENT, _TEMPLATE = "letters_letter", "letters_lettersent", "letters_lettertemplate"
HISTORIES: tuple[str, ...] = (_LETTER, _SENT, _TEMPLATE)

RULES: tuple[WrittenRule, ...] = (
    *append_only(_LETTER),
    same_as_parent(_LETTER, "municipality_id", "cases_case", "case_id"),
    Rule(
        f"{_LETTER}_of_the_case",
        _LETTER,
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_caseresident p WHERE p.case_id = NEW.case_id AND (p.resident_id = "
        "NEW.resident_id OR p.resident_id = (SELECT n.resident_id FROM residents_networkmember n "
        "WHERE n.id = NEW.network_member_id)))",
        f"{_LETTER}: to somebody of the case",
    ),
    Rule(
        f"{_LETTER}_not_to_their_home",
        _LETTER,
        "INSERT",
        "NEW.way = 'post' AND NOT EXISTS (SELECT 1 FROM residents_resident r WHERE r.id = NEW.resident_id "
        "AND r.reach = '' AND NOT r.hidden_address)",
        f"{_LETTER}: no post to the home of who asked for none, or whose address is hidden",
    ),
    *append_only(_SENT),
    same_as_parent(_SENT, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_SENT, "case_id", _LETTER, "letter_id"),
    Rule(
        f"{_SENT}_after_it_was_made",
        _SENT,
        "INSERT",
        f"NEW.sent_on < (SELECT l.retention_from FROM {_LETTER} l WHERE l.id = NEW.letter_id)",
        f"{_SENT}: not before the day on which the letter was made",
    ),
    *append_only(_TEMPLATE),
    Rule(
        f"{_TEMPLATE}_follows",
        _TEMPLATE,
        "INSERT",
        f"NEW.number <> 1 + COALESCE((SELECT MAX(t.number) FROM {_TEMPLATE} t WHERE t.kind = NEW.kind "
        "AND t.municipality_id = NEW.municipality_id), 0)",
        f"{_TEMPLATE}: number n follows n-1",
    ),
)
