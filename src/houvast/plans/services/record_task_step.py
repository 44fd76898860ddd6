"""Record how a task stands: done, not done and why, waiting for what is not there, another day, or withdrawn."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy
from houvast.plans.rules.tasks import NextStep, Standing, step_problems
from houvast.plans.services.steps.load_task import acting_on_task
from houvast.plans.services.steps.owner_sight import end_owner_sight, let_owner_see
from houvast.plans.services.steps.write_step import write_step


def record_task_step(
    *, actor: Actor, now: datetime, task_id: UUID, step: NextStep, seen_step: UUID | None = None
) -> None:
    """Record the next step of a task. `seen_step` is the step that the person saw.

    Only who leads the case withdraws a task. Who does it sees it while it is open: no longer when it is done, not done
    or withdrawn, and again when it is opened again. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when
    somebody else was first.
    """
    with acting_on_task(events.TASK_STEP_RECORDED, task_id, actor=actor, now=now) as (loaded, task):
        if step.state is Standing.WITHDRAWN:
            loaded.permit(policy.may_plan(loaded.viewer, loaded.facts))
        else:
            facts = loaded.facts
            loaded.permit(policy.may_report(loaded.viewer, facts, member_id=task.member_id, team_id=task.team_id))
        if seen_step is not None and seen_step != task.step_id:
            raise Conflict("Iemand anders legde intussen iets vast over deze taak. Kijk opnieuw.")
        problems = step_problems(Standing(task.step.state), step, in_amsterdam(now).date())
        if problems:
            raise Invalid(problems)
        write_step(task, loaded.case, step, number=task.step.number + 1, by=loaded.viewer.member_id, now=now)
        was_open = Standing(task.step.state).is_open
        if was_open and not step.state.is_open:
            end_owner_sight(task, actor=actor, now=now)
        elif step.state.is_open and not was_open:
            let_owner_see(task, actor=actor, now=now)
        loaded.about("task", task.id, state=step.state.value)
