"""Write the next step of a task, sealed under the key of its case."""

from datetime import datetime
from uuid import UUID

from houvast.cases.models import Case
from houvast.kernel.ids import new_id
from houvast.plans.models import Task, TaskStep
from houvast.plans.rules.tasks import NextStep
from houvast.vault.sealing import seal

WHY_PLACE = "plans_taskstep.why"


def write_step(
    task: Task, case: Case, step: NextStep, *, number: int, by: UUID | None, now: datetime, step_id: UUID | None = None
) -> TaskStep:
    """Write one row of the history of a task. The caller has locked the case."""
    step_id = step_id or new_id()
    row = TaskStep(
        id=step_id,
        task=task,
        case_id=task.case_id,
        municipality_id=task.municipality_id,
        number=number,
        state=step.state,
        due_on=step.due_on,
        waiting_since=step.waiting_since,
        asked=step.asked,
        missing=step.missing,
        why_sealed=seal(case.key, step.why.strip(), place=f"{WHY_PLACE}:{step_id}"),
        at=now,
        by_id=by,
    )
    row.save(force_insert=True)
    return row
