"""Load a task to act on: visible to the actor, its case locked until the act is over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.plans import scopes
from houvast.plans.models import Task
from houvast.plans.selectors.asked import case_of_task


@contextmanager
def acting_on_task(event: Event, task_id: UUID, *, actor: Actor, now: datetime) -> Iterator[tuple[LoadedCase, Task]]:
    """Act on a visible task with its newest step; the case is locked. Raises `NotVisible`, on record."""
    with together():
        seen_by = viewer_of(actor, now=now)
        case_id = scopes.tasks(seen_by, now=now).filter(pk=task_id).values_list("case_id", flat=True).first()
        if case_id is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id, acting.case = "task", task_id, case_of_task(task_id)
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=case_id) as loaded:
            yield loaded, Task.objects.select_related("step").get(pk=task_id)
