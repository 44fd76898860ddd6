"""The register of processing activities, for the privacy officer, and the log in the form that goes with it."""

import json
from itertools import chain

from django import forms
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.audit.events import PROCESSINGS_SAVED, REGISTER_READ
from houvast.audit.rules.activities import Activity
from houvast.audit.services.act import record_read
from houvast.desk.selectors.activities import RegisteredActivity, processings, register
from houvast.desk.services.set_processing_activity import set_processing_activity
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import line, long_text
from houvast.web.log.asking import asked_form, record, wanted_in

REGISTER = "/logboek/verwerkingen/"


class ActivityForm(forms.Form):
    """What the register says of one activity. `gezien` is the version that the person saw."""

    naam = line("Naam", most=120, required=True)
    doel = long_text("Doel", required=True, most=400)
    grond = long_text("Grond", required=True, most=400, help_text="De wet met het artikel, of waar het per keer staat.")
    bron = long_text("Bron", required=True, most=400, help_text="Wie dit vaststelde, en waar het staat.")
    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@require_safe
@signed_in
def register_page(request: DoorRequest) -> HttpResponse:
    """Show every activity with its UUID."""
    found = register(request.viewer)
    record_read(REGISTER_READ, actor=request.actor, now=request.now, municipality=request.viewer.municipality_id)
    return render(request, "logboek/verwerkingen.html", {"nav": "logboek", "activities": found})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def change_activity(request: DoorRequest, code: str) -> HttpResponse:
    """Change what the register says of one activity."""
    found = _one(register(request.viewer), code)
    begun = found.activity
    begin = {
        "naam": begun.name,
        "doel": begun.purpose,
        "grond": begun.ground,
        "bron": begun.source,
        "gezien": found.number,
    }
    form = ActivityForm(request.POST) if request.method == "POST" else ActivityForm(initial=begin)

    def do(data: dict[str, object]) -> str:
        told = Activity(code, str(data["naam"]), str(data["doel"]), str(data["grond"]), str(data["bron"]))
        seen = data["gezien"]
        set_processing_activity(
            actor=request.actor, now=request.now, activity=told, seen=seen if isinstance(seen, int) else 0
        )
        return REGISTER

    page = ActPage(
        title=f"{begun.name} wijzigen",
        button="Verwerking opslaan",
        done="De verwerking is gewijzigd.",
        not_done="De verwerking is niet gewijzigd",
        back=REGISTER,
        back_text="Verwerkingen",
        intro="Het kenmerk (UUID) blijft hetzelfde. Wat er eerder stond, blijft bewaard.",
        nav="logboek",
    )
    names = {"name": "naam", "purpose": "doel", "ground": "grond", "source": "bron"}
    return act_page(request, page, form, do, rename=names)


@require_safe
@signed_in
def processings_file(request: DoorRequest) -> StreamingHttpResponse:
    """Give the lines that are chosen in the form of Logboek Dataverwerkingen: JSON, one line each."""
    wanted, _ = wanted_in(asked_form(request))
    lines = processings(request.viewer, wanted)
    first = next(lines, None)
    record(PROCESSINGS_SAVED, request, wanted, None)
    told = (json.dumps(line) + "\n" for line in chain([first] if first else [], lines))
    answer = StreamingHttpResponse(told, content_type="application/x-ndjson")
    answer.headers["Content-Disposition"] = 'attachment; filename="logboek-dataverwerkingen.jsonl"'
    return answer


def _one(found: tuple[RegisteredActivity, ...], code: str) -> RegisteredActivity:
    one = next((each for each in found if each.activity.code == code), None)
    if one is None:
        raise NotVisible
    return one
