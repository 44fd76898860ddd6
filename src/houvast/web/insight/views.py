"""What waits for a provision that is not there, and what became of tailor-made help in a year."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.events import FIGURES_READ
from houvast.plans.rules.figures import CountedWaiting, waiting_figures
from houvast.plans.selectors.managing import managed_by
from houvast.plans.selectors.tailor_figures import figures_of_year
from houvast.plans.selectors.tasks import TaskLine, counted_waiting, waiting_to_lead
from houvast.web.door import DoorRequest, signed_in
from houvast.web.insight.looks import tailor_look, waiting_look
from houvast.web.plan_look import task_mark

FIRST_YEAR = 2020
"""*Verzonnen*: before Houvast there is nothing to count."""


@require_safe
@signed_in
def waiting(request: DoorRequest) -> HttpResponse:
    """Show what waits in the viewer's own cases, and for who manages what waits in the municipality."""
    own, municipality_id = waiting_to_lead(request.viewer, now=request.now), managed_by(request.viewer)
    _record(request, figures="waiting", rows=len(own))
    today = in_amsterdam(request.now).date()
    counted = [_counted(each) for each in own]
    names = settings_of(request.viewer.municipality_id).provision_names()
    context = {
        "nav": "inzicht",
        "own": waiting_look(waiting_figures(counted, today, hides=False), names),
        "tasks": [task_mark(each, now=request.now) for each in own],
        "manages": municipality_id is not None,
        "all": waiting_look(waiting_figures(counted_waiting(municipality_id), today, hides=True), names)
        if municipality_id
        else None,
    }
    return render(request, "inzicht/voorzieningen.html", context)


def _counted(task: TaskLine) -> CountedWaiting:
    return CountedWaiting(task.case_id, task.missing, task.waiting_since or in_amsterdam(task.added_at).date())


@require_safe
@signed_in
def this_year(request: DoorRequest) -> HttpResponse:
    """Show tailor-made help of this year."""
    return _year(request, in_amsterdam(request.now).year)


@require_safe
@signed_in
def year(request: DoorRequest, year: int) -> HttpResponse:
    """Show tailor-made help of an earlier year."""
    return _year(request, year)


def _year(request: DoorRequest, wanted: int) -> HttpResponse:
    municipality_id, last = managed_by(request.viewer), in_amsterdam(request.now).year
    if municipality_id is None or not FIRST_YEAR <= wanted <= last:
        raise NotVisible
    figures = figures_of_year(municipality_id, wanted)
    _record(request, figures="tailor_made", year=wanted)
    other = [each for each in (wanted - 1, wanted + 1) if FIRST_YEAR <= each <= last]
    context = {"nav": "inzicht", "page": tailor_look(figures), "other": other}
    return render(request, "inzicht/maatwerk.html", context)


def _record(request: DoorRequest, **details: int | str) -> None:
    record_read(
        FIGURES_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details=dict(details),
    )
