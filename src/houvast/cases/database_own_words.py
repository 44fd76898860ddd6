"""What the database itself keeps of what people say in their own words, as part of `database.py`."""

from houvast.kernel.database_rules import Rule, WrittenRule, numbered, same_as_parent

_WORDS, _READ, _QUESTION = "cases_ownwords", "cases_ownwordsread", "cases_residentquestion"
OWN_WORDS_HISTORIES: tuple[str, ...] = (_WORDS, _READ, _QUESTION)


def _in_case(table: str) -> Rule:
    return Rule(
        f"{table}_in_case",
        table,
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_caseresident r WHERE r.case_id = NEW.case_id "
        "AND r.resident_id = NEW.resident_id AND r.until IS NULL)",
        f"{table}: about somebody whom the case is about",
    )


OWN_WORDS_RULES: tuple[WrittenRule, ...] = (
    same_as_parent(_WORDS, "municipality_id", "cases_case", "case_id"),
    numbered(_WORDS, "case_id"),
    _in_case(_WORDS),
    Rule(
        f"{_WORDS}_not_earlier",
        _WORDS,
        "INSERT",
        f"NEW.at < (SELECT MAX(h.at) FROM {_WORDS} h WHERE h.case_id = NEW.case_id)",
        f"{_WORDS}: not before what was said before it",
    ),
    same_as_parent(_READ, "municipality_id", _WORDS, "own_words_id"),
    same_as_parent(_READ, "case_id", _WORDS, "own_words_id"),
    same_as_parent(_QUESTION, "municipality_id", "cases_case", "case_id"),
    _in_case(_QUESTION),
)
