"""Tasks: agreeing on one, saying how it stands, and the list of one's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.ave.vocabulary import Responsibility
from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.desk.selectors.plan_page import PlanPage
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.events import TASK_READ, TASKS_LISTED
from houvast.plans.models import Task
from houvast.plans.rules.content import Asked
from houvast.plans.rules.tasks import Standing
from houvast.plans.selectors import tasks as reading
from houvast.plans.services.add_task import NewTask, add_task
from houvast.plans.services.record_task_step import record_task_step
from houvast.web import addresses
from houvast.web import plan_look as looks
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.plans.forms import StepForm, TaskForm, as_day, owner_of
from houvast.web.plans.links import by_link
from houvast.web.plans.owners import owners
from houvast.web.plans.views import read

MOST_TASKS = 100


@require_safe
@signed_in
def my_tasks(request: DoorRequest) -> HttpResponse:
    """List what the viewer does, for themselves, for whom they stand in, and for their teams."""
    lines = reading.mine(request.viewer, now=request.now, most=MOST_TASKS + 1)
    record_read(
        TASKS_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"list": "my_tasks", "rows": len(lines)},
    )
    groups = _groups(lines[:MOST_TASKS], request.now)
    context = {"nav": "taken", "groups": groups, "more": len(lines) > MOST_TASKS}
    return render(request, "plannen/taken.html", context)


def _groups(lines: Sequence[reading.TaskLine], now: datetime) -> list[tuple[str, str, list[looks.TaskMark]]]:
    """Give the tasks that are late, one's own and those of the team, each with its anchor and heading."""
    today = in_amsterdam(now).date()
    sorted_out: dict[str, list[looks.TaskMark]] = {"te-laat": [], "eigen": [], "team": []}
    for each in lines:
        own = "team" if each.team_id else "eigen"
        sorted_out["te-laat" if each.is_overdue(today) else own].append(looks.task_mark(each, now=now))
    headings = {"te-laat": "Had al gedaan moeten zijn", "eigen": "Van mij", "team": "Van mijn team"}
    return [(anchor, headings[anchor], marks) for anchor, marks in sorted_out.items() if marks]


@signed_in
def new_task(request: DoorRequest, code: str) -> HttpResponse:
    """Agree on a task."""
    page = read(request, code)
    band = page.found.band
    form = TaskForm(request.POST or None, initial={"once": new_id(), "goal": request.GET.get("doel", "")})
    offer(form, "goal", _goals(page))
    offer(form, "owner", owners(request.viewer, page.found, now=request.now), nothing="Kies wie")
    shown = ActPage(
        title="Taak afspreken",
        button="Taak vastleggen",
        done="De taak staat vast. Wie haar doet, ziet haar nu.",
        not_done="De taak is nog niet vastgelegd.",
        back=addresses.case_act(band.code, "plan"),
        back_text=f"Plan van {band.name}",
        consequences=(
            "De taak staat bij de casus, met wie haar doet en wanneer.",
            "Een medewerker of team ziet deze ene taak, en wie de casus leidt. Het plan zelf niet.",
            "Inwoner, naaste en organisaties zonder account ziet u zelf, of belt u.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        new = NewTask(
            str(data["what"]),
            owner_of(data["owner"]),
            as_day(data["due_on"]),
            goal=UUID(str(data["goal"])) if data["goal"] else None,
            id=UUID(str(data["once"])),
        )
        add_task(actor=request.actor, now=request.now, case_id=band.case_id, new=new)
        return addresses.case_act(band.code, "plan")

    return act_page(request, shown, form, do, verdict=policy.may_plan(request.viewer, page.found.facts))


def _goals(page: PlanPage) -> list[tuple[str, str]]:
    names = {area.code: area.name for area in page.part.areas}
    goals = page.part.version.content.goals if page.part.version else ()
    chosen = [(str(goal.id), names.get(goal.area, goal.area)) for goal in goals if goal.asked is Asked.GOAL]
    return [("", "Los van een doel"), *chosen]


@signed_in
def report(request: DoorRequest, task_id: UUID) -> HttpResponse:
    """Say how a task stands."""
    task = reading.one(request.viewer, task_id, now=request.now)
    found = None if task is None else bands.by_ids(request.viewer, [task.case_id], now=request.now).get(task.case_id)
    if task is None or found is None:
        raise NotVisible
    _record(request, found, task)
    may_plan = policy.may_plan(request.viewer, found.facts).allowed
    back = addresses.case_act(found.band.code, "plan") if may_plan else "/taken/"
    form = StepForm(request.POST or None, initial={"seen": task.step_id, "due_on": task.due_on})
    offer(form, "state", _answers(task, may_plan=may_plan))
    provisions = settings_of(found.band.municipality_id).provision_names(retired=False)
    offer(form, "missing", list(provisions.items()), nothing="Kies wat er niet is")

    def do(data: dict[str, object]) -> str:
        seen = UUID(str(data["seen"]))
        record_task_step(actor=request.actor, now=request.now, task_id=task_id, step=form.step(), seen_step=seen)
        return back

    verdict = policy.may_report(request.viewer, found.facts, member_id=task.member_id, team_id=task.team_id)
    shown = _report_page(task, found, back, request.now)
    if may_plan and task.owner_kind == Task.OwnerKind.ORGANISATION and task.standing.is_open:
        shown = replace(shown, elsewhere=by_link(request, task))
    return act_page(request, shown, form, do, verdict=verdict)


def _record(request: DoorRequest, found: FoundCase, task: reading.TaskLine) -> None:
    record_read(
        TASK_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        subject="task",
        subject_id=task.id,
    )


def _answers(task: reading.TaskLine, *, may_plan: bool) -> list[tuple[str, str]]:
    """Give what one may say now; only who leads withdraws."""
    answers = [
        (Standing.DONE.value, "Gedaan"),
        (Standing.OPEN.value, "Nog bezig, met een andere dag" if task.standing.is_open else "Toch weer open"),
        (Standing.WAITING.value, "Het wacht: er is geen passende voorziening"),
        (Standing.NOT_DONE.value, "Het gebeurt niet"),
    ]
    return [*answers, (Standing.WITHDRAWN.value, "De taak hoeft niet meer")] if may_plan else answers


def _report_page(task: reading.TaskLine, found: FoundCase, back: str, now: datetime) -> ActPage:
    mark = looks.task_mark(task, now=now)
    director = found.band.seat(Responsibility.CASE_DIRECTION)
    leads = " ".join(part for part in (director.holder, director.phone) if part) or "niemand heeft de casusregie"
    facts = [
        ("Casus", f"{found.band.name}, {found.band.code}"),
        ("Casusregie", leads),
        ("Wie doet dit", mark.who),
        ("Stand", looks.standing(mark)),
        ("Laatst gezegd door", looks.said(task, now)),
    ]
    return ActPage(
        title=task.what,
        button="Stand vastleggen",
        done="De stand van de taak is vastgelegd.",
        not_done="De stand is nog niet vastgelegd.",
        back=back,
        back_text="Taken" if back == "/taken/" else f"Plan van {found.band.name}",
        facts=(*facts, *((("Toelichting", task.why),) if task.why else ())),
        consequences=("Wie de casus leidt, ziet meteen hoe het staat.", "Wat eerder gezegd is, blijft bewaard."),
        nav="taken",
    )
