"""Whose task somebody asked for, also when they may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.plans.models import TailorMade, Task


def case_of_task(task_id: UUID) -> UUID | None:
    """Give the case of a task; None when there is no such task."""
    return Task.objects.filter(pk=task_id).values_list("case_id", flat=True).first()


def case_of_tailor_made(tailor_id: UUID) -> UUID | None:
    """Give the case of tailor-made help; None when there is none with this id."""
    return TailorMade.objects.filter(pk=tailor_id).values_list("case_id", flat=True).first()
