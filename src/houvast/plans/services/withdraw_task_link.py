"""Withdraw the link to a task: from then on it opens nothing."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.plans import events, policy
from houvast.plans.models import TaskLink, TaskLinkEnd
from houvast.plans.services.steps.end_link import end_link
from houvast.plans.services.steps.load_task import acting_on_task


def withdraw_task_link(*, actor: Actor, now: datetime, task_id: UUID) -> None:
    """Withdraw the link to a task. Raises `NotVisible`, `Refused`, or `Conflict` when there is none that works."""
    with acting_on_task(events.LINK_WITHDRAWN, task_id, actor=actor, now=now) as (loaded, task):
        loaded.permit(policy.may_plan(loaded.viewer, loaded.facts))
        link = TaskLink.objects.filter(task=task, end__isnull=True).first()
        if link is None:
            raise Conflict("Er is geen link meer bij deze taak. Misschien is er al geantwoord.")
        end_link(link, TaskLinkEnd.Cause.WITHDRAWN, now=now, by=loaded.viewer.member_id)
        loaded.about("task_link", link.id, task=str(task.id))
