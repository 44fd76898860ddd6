"""Let who does a task see it and who leads while it is open, and no longer."""

from datetime import datetime

from houvast.cases.rules.matrix import Relation
from houvast.cases.services.let_see import Sight, end_sight, let_see
from houvast.kernel.actor import Actor
from houvast.plans.models import Task

SOURCE = "task"


def _viewers(task: Task) -> Sight | None:
    """Give who gets sight; None for an owner without an account: there is nobody to let see."""
    members = [task.member_id] if task.member_id else []
    teams = [task.team_id] if task.team_id else []
    return Sight(Relation.TASK_OWNER, SOURCE, task.id, "does_the_task", members, teams) if members or teams else None


def let_owner_see(task: Task, *, actor: Actor, now: datetime) -> None:
    """Begin the sight, when the task is agreed or open again."""
    sight = _viewers(task)
    if sight is not None:
        let_see(actor=actor, now=now, case_id=task.case_id, sight=sight)


def end_owner_sight(task: Task, *, actor: Actor, now: datetime) -> None:
    """End it, when there is nothing left to do."""
    if _viewers(task) is not None:
        end_sight(actor=actor, now=now, case_id=task.case_id, source=SOURCE, source_id=task.id)
