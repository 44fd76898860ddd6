"""What the database itself keeps of links to tasks and of their codes."""

from houvast.kernel.database_rules import Rule, WrittenRule, append_only, fixed, no_delete, numbered, same_as_parent
from houvast.kernel.one_time_codes import MOST_TRIES

_LINK, _END, _CODE = "plans_tasklink", "plans_tasklinkend", "plans_linkcode"
_ENDED = "EXISTS (SELECT 1 FROM plans_tasklinkend e WHERE e.link_id = NEW.link_id)"


def _for_a_contact_of_its_partner() -> Rule:
    """Let a link go to somebody at the organisation that does the task, around the same case."""
    return Rule(
        f"{_LINK}_to_its_partner",
        _LINK,
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM cases_caseorganisation o JOIN plans_task t ON t.id = NEW.task_id "
        "WHERE o.id = NEW.contact_id AND o.case_id = NEW.case_id AND o.organisation_id = t.partner_id)",
        f"{_LINK}: for a contact of the organisation that does the task",
    )


def _to_an_open_task() -> Rule:
    return Rule(
        f"{_LINK}_to_open_task",
        _LINK,
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM plans_task t JOIN plans_taskstep s ON s.id = t.step_id "
        "WHERE t.id = NEW.task_id AND s.id = NEW.step_id AND s.state IN ('open', 'waiting'))",
        f"{_LINK}: to an open task, as it stands",
    )


def _one_at_a_time() -> Rule:
    return Rule(
        f"{_LINK}_one_at_a_time",
        _LINK,
        "INSERT",
        "EXISTS (SELECT 1 FROM plans_tasklink l WHERE l.task_id = NEW.task_id "
        "AND NOT EXISTS (SELECT 1 FROM plans_tasklinkend e WHERE e.link_id = l.id))",
        f"{_LINK}: the one before it ends first",
    )


def _answered_by_a_step_of_its_task() -> Rule:
    """Let an answer be a step of the task of its link that no member took."""
    return Rule(
        f"{_END}_by_its_step",
        _END,
        "INSERT",
        "NEW.answer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plans_taskstep s "
        "JOIN plans_tasklink l ON l.task_id = s.task_id "
        "WHERE l.id = NEW.link_id AND s.id = NEW.answer_id AND s.by_id IS NULL)",
        f"{_END}: answered by a step of its own task, of nobody with an account",
    )


def _answered_after_a_code() -> Rule:
    return Rule(
        f"{_END}_after_code",
        _END,
        "INSERT",
        "NEW.answer_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plans_linkcode c "
        "WHERE c.link_id = NEW.link_id AND c.used_at IS NOT NULL)",
        f"{_END}: nobody answers without a code",
    )


_CODES: tuple[WrittenRule, ...] = (
    *no_delete(_CODE),
    fixed(_CODE, "id", "link_id", "case_id", "municipality_id", "number", "digest", "made_at", "valid_until"),
    same_as_parent(_CODE, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_CODE, "case_id", _LINK, "link_id"),
    numbered(_CODE, "link_id"),
    Rule(
        f"{_CODE}_unused_first",
        _CODE,
        "INSERT",
        f"NEW.tries <> 0 OR NEW.used_at IS NOT NULL OR NEW.valid_until <= NEW.made_at OR {_ENDED}",
        f"{_CODE}: begins unused, with some time, at a link that works",
    ),
    Rule(
        f"{_CODE}_few_tries",
        _CODE,
        "UPDATE",
        f"OLD.used_at IS NOT NULL OR NEW.tries <> OLD.tries + 1 OR NEW.tries > {MOST_TRIES} "
        "OR NEW.used_at > NEW.valid_until",
        f"{_CODE}: each try counts, and the right one is the last",
    ),
)

LINKS: tuple[WrittenRule, ...] = (
    *append_only(_LINK),
    same_as_parent(_LINK, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_LINK, "case_id", "plans_task", "task_id"),
    _for_a_contact_of_its_partner(),
    _to_an_open_task(),
    _one_at_a_time(),
    *append_only(_END),
    same_as_parent(_END, "municipality_id", "cases_case", "case_id"),
    same_as_parent(_END, "case_id", _LINK, "link_id"),
    _answered_by_a_step_of_its_task(),
    _answered_after_a_code(),
    *_CODES,
)
