"""Write that a link does not work any more."""

from datetime import datetime
from uuid import UUID

from houvast.plans.models import TaskLink, TaskLinkEnd, TaskStep


def end_link(
    link: TaskLink, cause: TaskLinkEnd.Cause, *, now: datetime, by: UUID | None, answer: TaskStep | None = None
) -> None:
    """End a link. The caller has locked its case."""
    row = TaskLinkEnd(
        link=link,
        case_id=link.case_id,
        municipality_id=link.municipality_id,
        cause=cause,
        answer=answer,
        at=now,
        by_id=by,
    )
    row.save(force_insert=True)
