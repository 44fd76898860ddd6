"""What tasks put on Mijn werk: one's own when their day comes near, and those that are late in cases that one leads."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since, term
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tasks import Standing
from houvast.plans.selectors.tasks import TaskLine, answered_in, mine, overdue_in

MOST_TASKS = 41
"""More than a group shows, so that it can say that there are more."""

_NEAR = timedelta(days=14)
_ANSWERS_SHOWN = timedelta(days=7)
"""How long who leads a case is told that a partner answered. *Verzonnen*: as long as a decision of somebody else."""


def near_tasks(viewer: Viewer, *, now: datetime) -> tuple[TaskLine, ...]:
    """Give the viewer's own tasks and those of their teams whose day is near or past, in one query."""
    until = in_amsterdam(now).date() + _NEAR
    return tuple(task for task in mine(viewer, now=now, most=MOST_TASKS) if task.due_on and task.due_on <= until)


def own_rows(tasks: Collection[TaskLine], cases: Mapping[UUID, FoundCase], now: datetime) -> Iterator[WorkRow]:
    """Give a row for each task of one's own, in a case that one knows."""
    for task in tasks:
        found = cases.get(task.case_id)
        if found is None or task.due_on is None:
            continue
        when = term(task.due_on, now)
        cause = Cause.TERM_PASSED if when[2] else Cause.TASK
        why = f"{task.what} (wacht)" if task.standing is Standing.WAITING else task.what
        yield _row(found, cause, why, when, Act.REPORT_TASK, str(task.id), task.due_on.isoformat())


def late_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each case that one leads in which tasks of others are late, in one query."""
    today = in_amsterdam(now).date()
    for case_id, number in overdue_in(viewer, led.keys(), now=now, today=today).items():
        why = "1 taak is te laat." if number == 1 else f"{number} taken zijn te laat."
        when = (f"{number} te laat", "", True)
        yield _row(led[case_id], Cause.TERM_PASSED, why, when, Act.SEE_PLAN, "", f"9{1000 - number}")


def answered_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each answer that a partner gave by a link, until somebody says more about that task."""
    for task in answered_in(viewer, led.keys(), since=now - _ANSWERS_SHOWN, now=now):
        said = "gedaan" if task.standing is Standing.DONE else "niet gedaan"
        why = f"{task.said_by} antwoordt: {said}. {task.what}"
        when = (days_since(task.stands_since, now), "", False)
        order = task.stands_since.isoformat()
        yield _row(led[task.case_id], Cause.ANSWERED, why, when, Act.READ_ANSWER, str(task.id), order)


def _row(
    found: FoundCase, cause: Cause, why: str, when: tuple[str, str, bool], act: Act, target: str, order: str
) -> WorkRow:
    band = found.band
    return WorkRow(cause, band.code, band.name, band.phase, why, when[0], when[1], when[2], act, target, (0, order))
