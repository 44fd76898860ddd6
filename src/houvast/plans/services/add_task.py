"""Agree on a task: what, who does it, and the day on which it is done."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy
from houvast.plans.models import Task
from houvast.plans.rules.tasks import NextStep, Owner, Standing, task_problems
from houvast.plans.services.steps.owner_sight import let_owner_see
from houvast.plans.services.steps.owners import can_do
from houvast.plans.services.steps.write_step import write_step
from houvast.vault.sealing import seal

WHAT_PLACE = "plans_task.what"


@dataclass(frozen=True, slots=True)
class NewTask:
    """What is agreed. `goal` is the goal of the plan that it serves. `source_id` is the resolution that it comes from;
    for a task of the plan it is the task itself. `id` is made before the act, so that pressing twice adds one task."""

    what: str
    owner: Owner
    due_on: date | None
    goal: UUID | None = None
    source: Task.Source = Task.Source.PLAN
    source_id: UUID | None = None
    id: UUID = field(default_factory=new_id)


def add_task(*, actor: Actor, now: datetime, case_id: UUID, new: NewTask, verdict: Verdict | None = None) -> UUID:
    """Add a task; gives its id. Whoever does it sees the task and who leads, as long as it is open.

    `verdict` is that of a higher room whose own policy allows it, such as the meeting that decided it; without one,
    who leads the case may. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was added already.
    """
    with act_in_case(events.TASK_ADDED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(verdict or policy.may_plan(loaded.viewer, loaded.facts))
        problems = task_problems(new.what, new.owner, new.due_on, in_amsterdam(now).date())
        if "owner" not in problems and not can_do(new.owner, loaded, now=now):
            problems["owner"] = "Kies iemand die bij deze casus hoort, of die er werkt."
        if problems:
            raise Invalid(problems)
        if Task.objects.filter(pk=new.id).exists():
            raise Conflict("Deze taak staat er al. Zij staat één keer bij de casus.")
        task = _write(loaded, new, now)
        let_owner_see(task, actor=actor, now=now)
        loaded.about("task", task.id, owner=task.owner_kind, source=task.source)
        return task.id


def _write(loaded: LoadedCase, new: NewTask, now: datetime) -> Task:
    step_id, owner = new_id(), new.owner
    task = Task(
        id=new.id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        goal=new.goal,
        what_sealed=seal(loaded.case.key, new.what.strip(), place=f"{WHAT_PLACE}:{new.id}"),
        owner_kind=_kind(owner),
        member_id=owner.member_id,
        team_id=owner.team_id,
        partner_id=owner.organisation_id,
        resident_id=owner.resident_id,
        network_member_id=owner.network_member_id,
        source=new.source,
        source_id=new.source_id or new.id,
        step_id=step_id,
        added_at=now,
        added_by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    task.save(force_insert=True)
    first = NextStep(Standing.OPEN, due_on=new.due_on)
    write_step(task, loaded.case, first, number=1, by=loaded.viewer.member_id, now=now, step_id=step_id)
    return task


def _kind(owner: Owner) -> Task.OwnerKind:
    named = {
        Task.OwnerKind.MEMBER: owner.member_id,
        Task.OwnerKind.TEAM: owner.team_id,
        Task.OwnerKind.ORGANISATION: owner.organisation_id,
        Task.OwnerKind.RESIDENT: owner.resident_id,
        Task.OwnerKind.NETWORK: owner.network_member_id,
    }
    return next(kind for kind, named_id in named.items() if named_id is not None)
