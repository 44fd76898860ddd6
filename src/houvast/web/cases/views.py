"""The list of cases, searching, and the case page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ, CASES_LISTED
from houvast.cases.models import PhasePeriod
from houvast.cases.selectors.lists import CaseFilter
from houvast.cases.selectors.lists import case_list as read_list
from houvast.desk.selectors.case_page import case_page
from houvast.web import addresses
from houvast.web.cases import lists, pages
from houvast.web.cases.forms import FilterForm, SearchForm
from houvast.web.door import DoorRequest, signed_in


@require_safe
@signed_in
def case_list(request: DoorRequest) -> HttpResponse:
    """Show the cases that the viewer may see, by filters that are codes."""
    form = FilterForm(request.GET)
    chosen = form.cleaned_data if form.is_valid() else {}
    wanted = CaseFilter(
        phase=int(chosen["fase"]) if chosen.get("fase") else None,
        state=chosen.get("status") or PhasePeriod.State.OPEN.value,
        vacant=chosen.get("leeg") or "",
        mine=chosen.get("van") == "mij",
    )
    page = read_list(request.viewer, wanted, now=request.now, after=request.GET.get("na", ""))
    _record_list(request, "cases", len(page.rows))
    context = {"nav": "casussen", **lists.list_page(page, form, wanted, now=request.now)}
    return render(request, "casussen/lijst.html", context)


@signed_in
def search(request: DoorRequest) -> HttpResponse:
    """Search by name or number. By POST: what is searched for never stands in an address."""
    form = SearchForm(request.POST or None)
    context: dict[str, object] = {"nav": "casussen", "form": form}
    if form.is_bound and form.is_valid():
        wanted = CaseFilter(state="", text=form.cleaned_data["zoek"])
        page = read_list(request.viewer, wanted, now=request.now)
        _record_list(request, "search", len(page.rows))
        context |= {"searched": form.cleaned_data["zoek"], "lines": lists.lines(page.rows, now=request.now)}
    return render(request, "casussen/zoeken.html", context)


def _record_list(request: DoorRequest, name: str, rows: int) -> None:
    record_read(
        CASES_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"list": name, "rows": rows},
    )


def _read(request: DoorRequest, code: str) -> pages.CaseLook:
    page = case_page(request.viewer, code.upper(), now=request.now)
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.found.band.municipality_id,
        case=page.found.band.case_id,
        details={
            "parts": sorted(part.value for part in page.parts),
            "concerns_read": sum(each.text is not None for each in page.concerns),
        },
    )
    return pages.look(page, now=request.now)


@require_safe
@signed_in
def case(request: DoorRequest, code: str) -> HttpResponse:
    """Show a case: the band first, then what waits, the people and the timeline."""
    return render(request, "casussen/casus.html", {"nav": "casussen", "casus": _read(request, code)})


@require_safe
@signed_in
def whole_timeline(request: DoorRequest, code: str) -> HttpResponse:
    """Show how it went, from the beginning."""
    look = _read(request, code)
    context = {"nav": "casussen", "casus": look, "back": addresses.case(look.code)}
    return render(request, "casussen/tijdlijn.html", context)
