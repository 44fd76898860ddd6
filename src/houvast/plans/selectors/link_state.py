"""Whether a link works: judged from its end, its task, its case and its contact at the moment itself."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from houvast.cases.selectors.closings import closed_since
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import TaskLink, TaskStep
from houvast.plans.rules.links import LinkFacts, last_day, works
from houvast.plans.rules.tasks import Standing

_CLOSED = tuple(state.value for state in Standing if not state.is_open)


def with_state(links: QuerySet[TaskLink]) -> QuerySet[TaskLink]:
    """Join what decides whether links work."""
    after = TaskStep.objects.filter(task_id=OuterRef("task_id"), number__gt=OuterRef("step__number"), state__in=_CLOSED)
    return links.select_related("task__step", "contact__organisation", "end").annotate(task_was_closed=Exists(after))


def last_day_of(link: TaskLink) -> date:
    """Give the last day of a link, counted from the day that its task has now."""
    return last_day(link.task.step.due_on, link.days_after, in_amsterdam(link.made_at).date())


def working(links: Collection[TaskLink], *, now: datetime) -> frozenset[UUID]:
    """Give which of these links work; they come from `with_state`. In one query more."""
    gone = closed_since({link.case_id: link.made_at for link in links})
    today = in_amsterdam(now).date()
    return frozenset(link.id for link in links if works(_facts(link, case_was_closed=link.case_id in gone), today))


def _facts(link: TaskLink, *, case_was_closed: bool) -> LinkFacts:
    return LinkFacts(
        is_ended=hasattr(link, "end"),
        task_is_open=Standing(link.task.step.state).is_open,
        task_was_closed=bool(getattr(link, "task_was_closed", False)),
        case_was_closed=case_was_closed,
        contact_is_gone=link.contact.until is not None,
        last_day=last_day_of(link),
    )
