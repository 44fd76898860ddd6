"""The plan and the next steps as the case page prints them."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases.rules.matrix import Part
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.plan_look import PlanMark, TaskMark, plan_mark, task_mark

_MOST_STEPS = 6


@dataclass(frozen=True, slots=True)
class PlanLook:
    """What a case shows of its plan: the goals, and the tasks that are open. `count` says how many, and how many late.

    `url` is "" for who sees a task of their own and not the plan.
    """

    plan: PlanMark | None
    steps: tuple[TaskMark, ...]
    count: str
    url: str
    resident: str
    may_plan: bool


def plan_look(page: CasePage, *, now: datetime) -> PlanLook | None:
    """Give the plan and the next steps; None for who sees neither."""
    sees_plan = Part.PLAN in page.parts
    if not sees_plan and not page.plan.tasks:
        return None
    code, today = page.found.band.code, in_amsterdam(now).date()
    still = [task for task in page.plan.tasks if task.standing.is_open]
    late = sum(task.is_overdue(today) for task in still)
    resident = page.people[0].resident.name if page.people else ""
    return PlanLook(
        plan=plan_mark(page.plan, code, now=now, may_plan=False, resident=resident),
        steps=tuple(task_mark(task, now=now) for task in still[:_MOST_STEPS]),
        count=f"{len(still)} open, {late} te laat" if late else f"{len(still)} open",
        url=addresses.case_act(code, "plan") if sees_plan else "",
        resident=resident,
        may_plan=page.acts.work_in,
    )
