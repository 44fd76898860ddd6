"""Making the next version of a plan, on one page."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.forms.boundfield import BoundField
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from houvast.cases.rules.own_words import NewerWords
from houvast.desk.selectors.plan_page import PlanPage
from houvast.kernel.errors import Invalid, Refused
from houvast.plans import policy
from houvast.plans.rules.content import MOST_WHO_ACT, PlanContent
from houvast.plans.services.make_plan_version import make_plan_version
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import field, summary, with_problems
from houvast.web.look import Field
from houvast.web.own_words_look import NEWER, said, seen_words
from houvast.web.plans.forms import PlanForm
from houvast.web.plans.views import read

NOT_DONE = "Het plan is nog niet vastgesteld."
UNPROCESSABLE = 422
WHO_PARTS = ("who", "phone", "when")


@signed_in
def edit(request: DoorRequest, code: str) -> HttpResponse:
    """Show the current plan to go on from, and make the next version."""
    page = read(request, code)
    verdict = policy.may_plan(request.viewer, page.found.facts)
    if not verdict.allowed:
        raise Refused(verdict)
    current = page.part.version
    seen = current.line.id if current else None
    former = current.content if current else PlanContent()
    form = PlanForm(request.POST or None, page.part.areas, former, seen, _children(page), _ways(page, former))
    if form.is_bound and form.is_valid():
        try:
            _make(request, page, form)
        except NewerWords:
            return _answer(request, page, form, notice=NEWER)
        except Invalid as wrong:
            with_problems(form, {form.field_of(name): message for name, message in wrong.problems.items()})
        else:
            messages.success(request, "Het plan is vastgesteld. De vorige versie blijft bewaard.")
            return HttpResponseRedirect(addresses.case_act(page.found.band.code, "plan"))
    return _answer(request, page, form)


def _answer(request: DoorRequest, page: PlanPage, form: PlanForm, *, notice: str = "") -> HttpResponse:
    """Show the form, with what was said in own words; read anew, so that what came in between stands there."""
    context = {**_context(page, form), "words": said(request, page.found), "notice": notice}
    return render(request, "plannen/bijwerken.html", context, status=UNPROCESSABLE if form.errors or notice else 200)


def _make(request: DoorRequest, page: PlanPage, form: PlanForm) -> None:
    tasks = tuple(task.id for task in page.part.tasks if task.standing.is_open)
    seen = form.cleaned_data["seen"]
    make_plan_version(
        actor=request.actor,
        now=request.now,
        case_id=page.found.band.case_id,
        content=form.content(tasks),
        seen_version=seen if isinstance(seen, UUID) else None,
        seen_words=seen_words(request),
    )


def _children(page: PlanPage) -> str:
    return page.children.said if page.children.present else ""


def _ways(page: PlanPage, former: PlanContent) -> dict[str, str]:
    """Give the ways of working to choose from, with those that the plan named and that are not offered any more."""
    kept = {code: page.ways[code] for code in former.ways if code in page.ways}
    return {**page.ways_offered, **kept}


def _plain(bound: BoundField) -> Field:
    """Give a field without the remark that it may stay empty: the page says so once, for all of them."""
    return replace(field(bound), label=str(bound.label))


def _view_fields(form: PlanForm, name: str) -> list[Field]:
    names = (f"{name}_{part}" for part in ("words", "state", "again"))
    return [_plain(form[each]) for each in names if each in form.fields]


def _context(page: PlanPage, form: PlanForm) -> dict[str, object]:
    code = page.found.band.code
    return {
        "nav": "casussen",
        "code": code,
        "name": page.found.band.name,
        "back": addresses.case_act(code, "plan"),
        "resident": page.resident,
        "errors": summary(form, NOT_DONE),
        "hidden": form.hidden_fields(),
        "areas": [(_plain(form[f"words_{area.code}"]), _plain(form[f"asked_{area.code}"])) for area in form.areas],
        "children": [_plain(form[name]) for name in ("children",) if name in form.fields],
        "ways": _plain(form["ways"]),
        "views": [_view_fields(form, name) for name in form.views],
        "wrong": [_plain(form["signs"]), _plain(form["what_to_do"])],
        "who": [[_plain(form[f"{part}_{place}"]) for part in WHO_PARTS] for place in range(MOST_WHO_ACT)],
    }
