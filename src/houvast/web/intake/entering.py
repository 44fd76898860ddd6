"""The quick form: a concern in under a minute, with the questions of the point beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from houvast.directory.selectors import team_names
from houvast.intake.rules.own_point import own_point
from houvast.intake.rules.urgency import Urgency, decide_by
from houvast.intake.selectors.points import PointLine, points
from houvast.intake.selectors.settings import settings_of, theme_names
from houvast.intake.services.enter_concern import NewConcern, enter_concern
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Invalid, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import refuse
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.form_look import OPTIONAL, fields, summary, with_problems
from houvast.web.intake.forms import QuickForm, SavedForm
from houvast.web.intake.looks import ThemeChoice

_NOT_SAVED = "Het signaal is nog niet bewaard."


@dataclass(frozen=True, slots=True)
class PointLook:
    """A point to choose: its name, and the page with its form."""

    name: str
    url: str
    is_chosen: bool


@signed_in
def enter(request: DoorRequest) -> HttpResponse:
    """Show the form of a point, or save what was filled in and offer the next one."""
    if request.viewer.municipality_id is None:
        raise Refused(refuse("not_municipal", "Alleen wie bij een gemeente werkt, voert een signaal in."))
    known = points(request.viewer)
    if not known:
        return render(request, "signalen/geen_meldpunt.html", {"nav": "signalen"})
    point = _chosen(request, known, request.GET.get("punt", ""))
    urgencies = settings_of(request.viewer.municipality_id).urgencies
    themes = theme_names(request.viewer.municipality_id, retired=False)
    saved = SavedForm(request.GET).saved()
    form = QuickForm(request.POST or None, initial={"form_id": new_id()})
    offer(form, "urgency", [(each.code, each.name) for each in reversed(list(urgencies.values()))])
    if form.is_bound and form.is_valid():
        try:
            concern_id = enter_concern(actor=request.actor, now=request.now, new=_new(form.cleaned_data, point.id))
        except Invalid as wrong:
            with_problems(form, wrong.problems)
        else:
            messages.success(request, _saved(request, urgencies[str(form.cleaned_data["urgency"])]))
            saved = concern_id if themes else None
            return HttpResponseRedirect(addresses.new_concern(point.id, saved=saved))
    context = {
        "nav": "signalen",
        "points": tuple(_look(each, point) for each in known) if len(known) > 1 else (),
        "point": point,
        "saved_themes": _unchosen(themes) if saved else (),
        "saved_url": addresses.concern_act(saved, "aanleiding") if saved else "",
        # The page says once that all but the worry itself may stay empty; seven times is noise.
        "fields": tuple(replace(each, label=each.label.removesuffix(OPTIONAL)) for each in fields(form)),
        "hidden": form.hidden_fields(),
        "errors": summary(form, _NOT_SAVED),
    }
    return render(request, "signalen/nieuw.html", context, status=422 if form.errors else 200)


def _chosen(request: DoorRequest, known: tuple[PointLine, ...], wanted: str) -> PointLine:
    """Give the point in the address, or that of who looks when it names none. Raises `NotVisible`."""
    if not wanted:
        viewer = request.viewer
        kinds = [(point.name, point.source) for point in known]
        return known[own_point(kinds, teams=team_names(viewer.team_ids), functions=viewer.functions)]
    found = next((point for point in known if str(point.id) == wanted), None)
    if found is None:
        raise NotVisible
    return found


def _new(data: Mapping[str, object], point_id: UUID) -> NewConcern:
    return NewConcern(
        form_id=UUID(str(data["form_id"])),
        point_id=point_id,
        text=str(data["text"]),
        surname=str(data["surname"]),
        first_names=str(data["first_names"]),
        birth_date=str(data["birth_date"]),
        address=str(data["address"]),
        urgency=str(data["urgency"]),
        reporter=str(data["reporter"]),
        wants_answer=bool(data["wants_answer"]),
    )


def _saved(request: DoorRequest, urgency: Urgency) -> str:
    """Say what happens next in words that can be read out to whoever is on the line; no name stands in it."""
    before = moment(decide_by(request.now, urgency), request.now)
    return f"Het signaal is bewaard. Zeg tegen de melder: “Wij kijken hier uiterlijk {before} naar.”"


def _unchosen(names: Mapping[str, str]) -> tuple[ThemeChoice, ...]:
    return tuple(ThemeChoice(code, name, is_chosen=False) for code, name in names.items())


def _look(point: PointLine, chosen: PointLine) -> PointLook:
    return PointLook(point.name, addresses.new_concern(point.id), is_chosen=point.id == chosen.id)
