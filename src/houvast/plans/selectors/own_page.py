"""What plans tell somebody who takes part without an account: for a higher room that judged who asks (ADR 0039).

Never why a task stands as it does, who waits for whom, or a version of before. Compulsory care is told: it is the
resident's own, and they were told of it; another measure only when that was done.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import Limit, LimitEnd, LimitTold, Plan, Task
from houvast.plans.rules.content import Goal, PlanContent, WhoActs, dated, read
from houvast.plans.rules.limits import Measure
from houvast.plans.rules.limits import read as read_limit
from houvast.plans.rules.tasks import Standing
from houvast.plans.services.add_task import WHAT_PLACE
from houvast.plans.services.make_plan_version import CONTENT_PLACE
from houvast.plans.services.record_limit import LIMIT_PLACE
from houvast.vault.sealing import unseal

_SHOWN = (Standing.OPEN.value, Standing.WAITING.value, Standing.DONE.value)


@dataclass(frozen=True, slots=True)
class OwnTask:
    """A task for who takes part: what, by whom, whether it is done, and for when. `by` is "" for another resident."""

    id: UUID
    goal: UUID | None
    what: str
    by: str
    phone: str
    resident_id: UUID | None
    network_member_id: UUID | None
    is_done: bool
    due_on: date | None


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """A measure that holds now, of which the resident was told: which, by whom, by which law, until when."""

    kind: Measure
    what: str
    authority: str
    law: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """The current plan for who takes part: goals, tasks, who acts when it goes wrong, and measures."""

    goals: tuple[Goal, ...]
    tasks: tuple[OwnTask, ...]
    who_acts: tuple[WhoActs, ...]
    limits: tuple[OwnLimit, ...]


def own_plan(case_id: UUID, *, today: date) -> OwnPlan:
    """Give the plan of a case for who takes part in it, in five queries."""
    content = _content(case_id)
    return OwnPlan(content.goals, own_tasks(case_id), content.when_it_goes_wrong.who_acts, _limits(case_id, today))


def own_tasks(case_id: UUID) -> tuple[OwnTask, ...]:
    """Give the tasks of a case that are to be done or were done, the first day first; in one query."""
    rows = Task.objects.filter(case_id=case_id, step__state__in=_SHOWN)
    joins = ("step", "case__key", "member", "team", "partner")
    found = rows.select_related(*joins).order_by("step__due_on", "added_at", "id")
    return tuple(_task(row) for row in found)


def _task(row: Task) -> OwnTask:
    name, phone = "", ""
    if row.member is not None:
        name, phone = row.member.name, row.member.phone
    elif row.team is not None:
        name = row.team.name
    elif row.partner is not None:
        name = row.partner.name
    return OwnTask(
        id=row.id,
        goal=row.goal,
        what=unseal(row.case.key, row.what_sealed, place=f"{WHAT_PLACE}:{row.id}"),
        by=name,
        phone=phone,
        resident_id=row.resident_id,
        network_member_id=row.network_member_id,
        is_done=row.step.state == Standing.DONE,
        due_on=row.step.due_on,
    )


def _content(case_id: UUID) -> PlanContent:
    plan = Plan.objects.filter(case_id=case_id).select_related("current", "case__key").first()
    if plan is None:
        return PlanContent()
    version = plan.current
    text = unseal(plan.case.key, version.content_sealed, place=f"{CONTENT_PLACE}:{version.id}")
    return dated(read(text), in_amsterdam(version.made_at).date()) if text else PlanContent()


def _limits(case_id: UUID, today: date) -> tuple[OwnLimit, ...]:
    rows = Limit.objects.filter(case_id=case_id, starts_on__lte=today, ends_on__gte=today).select_related("case__key")
    found = list(rows.order_by("ends_on", "id"))
    ids = [row.id for row in found]
    ended = frozenset(LimitEnd.objects.filter(limit_id__in=ids).values_list("limit_id", flat=True))
    told = frozenset(LimitTold.objects.filter(limit_id__in=ids).values_list("limit_id", flat=True))
    return tuple(_limit(row) for row in found if row.id not in ended and (row.told_on is not None or row.id in told))


def _limit(row: Limit) -> OwnLimit:
    said = read_limit(unseal(row.case.key, row.content_sealed, place=f"{LIMIT_PLACE}:{row.id}"))
    return OwnLimit(Measure(row.kind), said.what, said.authority, said.law, row.ends_on)
