"""Load a task to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.kernel.actor import Actor
from houvast.plans import scopes
from houvast.plans.models import Task
from houvast.plans.selectors.asked import case_of_task


@contextmanager
def acting_on_task(event: Event, task_id: UUID, *, actor: Actor, now: datetime) -> Iterator[tuple[LoadedCase, Task]]:
    """Act on a visible task with its newest step; the case is locked. Raises `NotVisible`, on record."""
    with act_on_row(event, scopes.tasks, task_id, "task", actor=actor, now=now, case_of=case_of_task) as (loaded, _):
        yield loaded, Task.objects.select_related("step").get(pk=task_id)
