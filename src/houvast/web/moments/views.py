"""The crucial moments of a case, and one of them with its list."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.cases import policy
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.moments import of_case
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest, signed_in
from houvast.web.moments.pages import moment_look, moments_look
from houvast.web.moments.reading import find, on_record


@require_safe
@signed_in
def moments(request: DoorRequest, code: str) -> HttpResponse:
    """Show the moments of a case, to who may see any of them."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    parts = contents.parts_seen(request.viewer, found.band.case_id, now=request.now)
    if not parts & {Part.MOMENTS, Part.CARE_MOMENTS}:
        raise NotVisible
    lines = of_case(request.viewer, found.band.case_id, now=request.now)
    on_record(request, found, "moments")
    may_plan = policy.may_work_in(request.viewer, found.facts).allowed
    look = moments_look(found.band, lines, may_plan=may_plan, now=request.now)
    return render(request, "momenten/momenten.html", {"nav": "casussen", "look": look})


@require_safe
@signed_in
def moment(request: DoorRequest, moment_id: UUID) -> HttpResponse:
    """Show one moment with its list, to tick off."""
    found, page = find(request, moment_id)
    on_record(request, found, "moment")
    may_change = policy.may_work_in(request.viewer, found.facts).allowed
    look = moment_look(found.band, page, may_change=may_change, now=request.now)
    return render(request, "momenten/moment.html", {"nav": "casussen", "look": look})
