"""What the database itself keeps of plans. `tests/plans/test_database.py` attacks each rule with raw SQL."""

from houvast.kernel.database_rules import (
    Pointer,
    Rule,
    WrittenRule,
    append_only,
    fixed,
    newest,
    no_delete,
    numbered,
    same_as_parent,
)
from houvast.plans.database_links import LINKS

HISTORIES: tuple[str, ...] = (
    "plans_planversion",
    "plans_taskstep",
    "plans_limit",
    "plans_limitend",
    "plans_limittold",
    "plans_tasklink",
    "plans_tasklinkend",
    "plans_tailormade",
    "plans_tailormadedecision",
    "plans_tailormadeoutcome",
    "plans_tailormadesetting",
)
_OWNER = ("member_id", "team_id", "partner_id", "resident_id", "network_member_id")

_PLANS: tuple[WrittenRule, ...] = (
    *no_delete("plans_plan"),
    fixed("plans_plan", "id", "case_id", "municipality_id"),
    same_as_parent("plans_plan", "municipality_id", "cases_case", "case_id"),
    *append_only("plans_planversion"),
    same_as_parent("plans_planversion", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_planversion", "case_id", "plans_plan", "plan_id"),
    numbered("plans_planversion", "plan_id"),
    *newest("plans_plan", "current_id", "plans_planversion", "plan_id"),
    Pointer("plans_planversion_current", "plans_planversion", "1 = 1", "plans_plan", "current_id", "plan_id"),
)
_TASKS: tuple[WrittenRule, ...] = (
    *no_delete("plans_task"),
    fixed(
        "plans_task",
        "id",
        "case_id",
        "municipality_id",
        "goal",
        "what_sealed",
        "owner_kind",
        *_OWNER,
        "source",
        "source_id",
        "added_at",
        "added_by_id",
        "ground",
        "organisation_id",
        "retention_from",
    ),
    same_as_parent("plans_task", "municipality_id", "cases_case", "case_id"),
    *append_only("plans_taskstep"),
    same_as_parent("plans_taskstep", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_taskstep", "case_id", "plans_task", "task_id"),
    numbered("plans_taskstep", "task_id"),
    *newest("plans_task", "step_id", "plans_taskstep", "task_id"),
    Pointer("plans_taskstep_current", "plans_taskstep", "1 = 1", "plans_task", "step_id", "task_id"),
)
_AREAS: tuple[WrittenRule, ...] = (
    *no_delete("plans_lifearea"),
    fixed("plans_lifearea", "id", "municipality_id", "code"),
)


def _told_later() -> Rule:
    """Keep "told later" for a measure of which the resident did not know when it was recorded."""
    return Rule(
        "plans_limittold_was_not_told",
        "plans_limittold",
        "INSERT",
        "EXISTS (SELECT 1 FROM plans_limit l WHERE l.id = NEW.limit_id AND l.told_on IS NOT NULL)",
        "plans_limittold: the resident was told already",
    )


def _ends_in_its_time() -> Rule:
    """Let a measure end inside its own period."""
    return Rule(
        "plans_limitend_in_its_time",
        "plans_limitend",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM plans_limit l WHERE l.id = NEW.limit_id "
        "AND l.starts_on <= NEW.ended_on AND NEW.ended_on <= l.ends_on)",
        "plans_limitend: a measure ends inside its period",
    )


_LIMITS: tuple[WrittenRule, ...] = (
    *append_only("plans_limit"),
    same_as_parent("plans_limit", "municipality_id", "cases_case", "case_id"),
    *append_only("plans_limitend"),
    same_as_parent("plans_limitend", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_limitend", "case_id", "plans_limit", "limit_id"),
    _ends_in_its_time(),
    *append_only("plans_limittold"),
    same_as_parent("plans_limittold", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_limittold", "case_id", "plans_limit", "limit_id"),
    _told_later(),
)


def _fits_what_was_asked() -> Rule:
    """Let nobody grant more than was asked, or answer otherwise than the case director who decided alone."""
    return Rule(
        "plans_tailormadedecision_fits",
        "plans_tailormadedecision",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM plans_tailormade t WHERE t.id = NEW.tailor_made_id AND NEW.granted_cents <= t.cents "
        "AND (t.way = 'asked' OR (NEW.answer = 'granted' AND NEW.granted_cents = t.cents AND NEW.by_id = t.by_id)))",
        "plans_tailormadedecision: it fits what was asked",
    )


def _of_what_was_granted() -> Rule:
    """Let only what was granted have an outcome."""
    return Rule(
        "plans_tailormadeoutcome_was_granted",
        "plans_tailormadeoutcome",
        "INSERT",
        "NOT EXISTS (SELECT 1 FROM plans_tailormadedecision d WHERE d.tailor_made_id = NEW.tailor_made_id "
        "AND d.answer = 'granted')",
        "plans_tailormadeoutcome: only what was granted has an outcome",
    )


def _setting_follows() -> Rule:
    """Let version n of an amount follow version n-1."""
    return Rule(
        "plans_tailormadesetting_follows",
        "plans_tailormadesetting",
        "INSERT",
        "NEW.number <> 1 + COALESCE((SELECT MAX(s.number) FROM plans_tailormadesetting s WHERE s.kind = NEW.kind "
        "AND s.year = NEW.year AND s.municipality_id = NEW.municipality_id), 0)",
        "plans_tailormadesetting: number n follows n-1",
    )


_TAILOR_MADE: tuple[WrittenRule, ...] = (
    *append_only("plans_tailormade"),
    same_as_parent("plans_tailormade", "municipality_id", "cases_case", "case_id"),
    *append_only("plans_tailormadedecision"),
    same_as_parent("plans_tailormadedecision", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_tailormadedecision", "case_id", "plans_tailormade", "tailor_made_id"),
    _fits_what_was_asked(),
    *append_only("plans_tailormadeoutcome"),
    same_as_parent("plans_tailormadeoutcome", "municipality_id", "cases_case", "case_id"),
    same_as_parent("plans_tailormadeoutcome", "case_id", "plans_tailormade", "tailor_made_id"),
    _of_what_was_granted(),
    *append_only("plans_tailormadesetting"),
    _setting_follows(),
)

RULES: tuple[WrittenRule, ...] = (*_PLANS, *_TASKS, *_AREAS, *_LIMITS, *LINKS, *_TAILOR_MADE)
