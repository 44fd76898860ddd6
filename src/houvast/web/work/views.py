"""Mijn werk."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.events import CASES_LISTED
from houvast.desk.selectors.work import work
from houvast.web.door import DoorRequest, signed_in
from houvast.web.work.pages import concerns, groups


@require_safe
@signed_in
def my_work(request: DoorRequest) -> HttpResponse:
    """Show what waits for the viewer, by cause, each row one step from the act that solves it."""
    waiting = work(request.viewer, now=request.now)
    record_read(
        CASES_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"list": "my_work", "rows": waiting.count},
    )
    context = {"nav": "werk", "groups": groups(waiting), "count": waiting.count, "concerns": concerns(waiting)}
    return render(request, "werk/mijn_werk.html", context)
