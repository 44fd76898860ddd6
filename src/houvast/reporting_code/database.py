"""What the database itself keeps of reporting codes. `tests/reporting_code/test_database.py` attacks each rule."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, numbered, same_as_parent
from houvast.reporting_code.rules.steps import BEFORE_DECIDING

_CODE, _STEP = "reporting_code_reportingcode", "reporting_code_reportingcodestep"
HISTORIES: tuple[str, ...] = (_CODE, _STEP)


def _of_the_case() -> Rule:
    """Keep it about somebody who is in its case now."""
    return Rule(
        f"{_CODE}_of_the_case",
        _CODE,
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_caseresident r WHERE r.case_id = NEW.case_id "
        "AND r.resident_id = NEW.resident_id AND r.until IS NULL)",
        f"{_CODE}: about a resident of its case",
    )


def _ends_once() -> Rule:
    """Let nothing follow the decision."""
    return Rule(
        f"{_STEP}_ends_once",
        _STEP,
        "INSERT",
        f"EXISTS (SELECT 1 FROM {_STEP} s WHERE s.reporting_code_id = NEW.reporting_code_id AND s.step = 'decide')",
        f"{_STEP}: the decision is the last step",
    )


def _decided_last() -> Rule:
    """Let it be decided after all other steps, unless danger did not wait."""
    missing = " OR ".join(
        f"NOT EXISTS (SELECT 1 FROM {_STEP} s WHERE s.reporting_code_id = NEW.reporting_code_id "
        f"AND s.step = '{step.value}')"
        for step in BEFORE_DECIDING
    )
    return Rule(
        f"{_STEP}_decided_last",
        _STEP,
        "INSERT",
        f"NEW.step = 'decide' AND NOT NEW.urgent AND ({missing})",
        f"{_STEP}: decided after the other steps, or reported at once",
    )


def _whole(table: str, column: str) -> Rule:
    return Rule(f"{table}_whole", table, "INSERT", f"length(NEW.{column}) = 0", f"{table}: it says why")


RULES: tuple[WrittenRule, ...] = (
    *append_only(_CODE),
    same_as_parent(_CODE, "municipality_id", "cases_case", "case_id"),
    _of_the_case(),
    _whole(_CODE, "why_sealed"),
    *append_only(_STEP),
    same_as_parent(_STEP, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_STEP, "case_id", _CODE, "reporting_code_id"),
    numbered(_STEP, "reporting_code_id"),
    _ends_once(),
    _decided_last(),
    _whole(_STEP, "words_sealed"),
)
