"""Reading a plan: the current version, an earlier one, and the page for when it goes wrong."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.desk.selectors.plan_page import PlanPage, plan_page
from houvast.plans.events import PLAN_READ
from houvast.plans.policy import may_tailor
from houvast.plans.rules.children import lacking
from houvast.plans.rules.tailor_made import Way
from houvast.web import addresses
from houvast.web import plan_look as looks
from houvast.web.door import DoorRequest, signed_in
from houvast.web.limit_look import limit_mark
from houvast.web.look import Link
from houvast.web.own_words_look import words_look
from houvast.web.tailor_look import granted_this_year, tailor_mark


def read(request: DoorRequest, code: str, *, number: int | None = None) -> PlanPage:
    """Gather a plan and put the read on record before anything is shown."""
    page = plan_page(request.viewer, code.upper(), now=request.now, number=number)
    shown = page.part.version
    record_read(
        PLAN_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.found.band.municipality_id,
        case=page.found.band.case_id,
        details={"version": shown.line.number if shown else 0},
    )
    return page


def _context(request: DoorRequest, page: PlanPage) -> dict[str, object]:
    code, now = page.found.band.code, request.now
    may_plan = page.may_plan and page.is_current
    earlier = [
        Link(looks.version_line(line, now), addresses.case_act(code, f"plan/versies/{line.number}"))
        for line in page.versions
    ]
    return {
        "nav": "casussen",
        "code": code,
        "name": page.found.band.name,
        "case_url": addresses.case(code),
        "plan_url": addresses.case_act(code, "plan"),
        "plan": looks.plan_mark(
            page.part, code, now=now, may_plan=may_plan, resident=page.resident, is_current=page.is_current
        ),
        "loose": [looks.task_mark(each, now=now) for each in page.part.tasks] if page.part.version is None else [],
        "tailor_made": [tailor_mark(each, now=now, may_plan=may_plan) for each in page.tailor_made],
        "tailored_so_far": granted_this_year(page.tailor_made, now),
        "tailor_url": _tailor_url(request, page) if may_plan else "",
        "limits": [limit_mark(each, now=now, may_plan=may_plan) for each in page.limits],
        "ways": _ways(page),
        "resident": page.resident,
        "words": words_look(page.words, seen=0, now=now) if page.is_current else None,
        "children": page.children.said if page.is_current else "de kinderen",
        "lacks_children": _lacking(page) if may_plan else "",
        "may_plan": may_plan,
        "is_current": page.is_current,
        "versions": earlier,
    }


def _ways(page: PlanPage) -> str:
    """Name the ways of working of the version shown, as the municipality calls them now."""
    shown = page.part.version
    return ", ".join(page.ways.get(code, code) for code in shown.content.ways) if shown else ""


def _lacking(page: PlanPage) -> str:
    """Say what the newest version lacks about the children; "" when it lacks nothing."""
    return lacking(new=page.versions[0].says_children) if page.lacks_children else ""


def _tailor_url(request: DoorRequest, page: PlanPage) -> str:
    """Give where tailor-made help begins: the case director decides small amounts alone, others ask."""
    alone = may_tailor(request.viewer, page.found.facts, Way.ALONE).allowed
    return addresses.case_act(page.found.band.code, "maatwerk/nieuw" if alone else "maatwerk/aanvragen")


@require_safe
@signed_in
def plan(request: DoorRequest, code: str) -> HttpResponse:
    """Show the current plan."""
    return render(request, "plannen/plan.html", _context(request, read(request, code)))


@require_safe
@signed_in
def version(request: DoorRequest, code: str, number: int) -> HttpResponse:
    """Show a version as it was agreed then."""
    return render(request, "plannen/plan.html", _context(request, read(request, code, number=number)))


@require_safe
@signed_in
def when_it_goes_wrong(request: DoorRequest, code: str) -> HttpResponse:
    """Show the one page that is needed at night."""
    page = read(request, code)
    evening = page.found.band
    context = _context(request, page) | {"evening_name": evening.evening_name, "evening_phone": evening.evening_phone}
    return render(request, "plannen/misgaat.html", context)
