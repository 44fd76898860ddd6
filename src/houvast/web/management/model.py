"""The AVE model of the municipality: the versions, and adopting another one after seeing what it changes.

Between seeing and adopting, the file stays with the browser, sealed for who chose it.
"""

import json
import zlib
from base64 import b64decode, b64encode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.ave.load import shipped, shipped_model, shipped_theme, shipped_themes
from houvast.directory.selectors_models import Preview, Proposed, adopted_models, preview_model
from houvast.directory.services.adopt_model import adopt_model
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import BrokenSeal, seal_under_master, unseal_under_master
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.look import PRIMARY, Act
from houvast.web.management.forms import ModelForm
from houvast.web.management.listing import OVERVIEW, ListPage, Row

LIST = "/beheer/model/"
_AGAIN = "Kies het model opnieuw. Wat u koos, was niet meer te lezen."
_NO_UTF8 = "Dit bestand is geen UTF-8. Anders worden letters als ë en é verminkt. Sla het op als UTF-8."


@require_safe
@signed_in
def model_list(request: DoorRequest) -> HttpResponse:
    """List the versions of the own municipality, newest first."""
    found = adopted_models(request.viewer)
    rows = tuple(
        Row(
            f"Versie {line.number}: {line.title}",
            f"{line.code} {line.version}{f', thema {line.theme}' if line.theme else ''}, "
            f"vastgesteld {exact(in_amsterdam(line.adopted_at).date())}. "
            + ("Geldt voor nieuwe casussen." if place == 0 else "Casussen die ermee begonnen, houden deze versie."),
            url="/ave-model/" if place == 0 else "",
        )
        for place, line in enumerate(found)
    )
    page = ListPage(
        title="AVE-model",
        intro="Het model zegt wie wat mag in welke fase. Een nieuwe versie geldt voor nieuwe casussen.",
        back=OVERVIEW,
        rows=rows,
        empty="Hier komt het AVE-model van uw gemeente. Zonder model kan er geen casus beginnen.",
        act=Act("Ander model bekijken", f"{LIST}nieuw", PRIMARY),
    )
    return render(request, "beheer/lijst.html", {"nav": "beheer", "page": page})


@require_http_methods(["GET", "POST"])
@signed_in
def new_model(request: DoorRequest) -> HttpResponse:
    """Ask for a model, show what it would change, or adopt it."""
    if not request.viewer.is_administrator or request.viewer.municipality_id is None:
        raise NotVisible
    form = _form(request)
    if request.method != "POST":
        return _ask(request, form)
    try:
        if "model" in request.POST:
            return _adopt(request)
        proposed = _chosen(form)
    except Invalid as wrong:
        return _ask(request, with_problems(_form(request) if "model" in request.POST else form, wrong.problems))
    return _told(request, proposed)


def _form(request: DoorRequest) -> ModelForm:
    is_sent = request.method == "POST"
    form = ModelForm(request.POST, request.FILES) if is_sent else ModelForm()
    offer(
        form, "shipped", [(code, shipped_model(code).title) for code in shipped()], nothing="Geen, ik kies een bestand"
    )
    offer(form, "theme", [(code, shipped_theme(code).title) for code in shipped_themes()], nothing="Geen thema")
    return form


def _chosen(form: ModelForm) -> Proposed:
    """Give the model that was chosen. Raises `Invalid` when there is none; what is wrong then stands in the form."""
    if not form.is_valid():
        raise Invalid({})
    code, theme, uploaded = form.cleaned_data["shipped"], form.cleaned_data["theme"], form.cleaned_data["file"]
    if not isinstance(uploaded, UploadedFile):
        path = shipped()[code]
        return Proposed(path.read_text("utf-8"), path.name, theme)
    try:
        return Proposed(uploaded.read().decode("utf-8-sig"), uploaded.name or "model.toml", theme)
    except UnicodeDecodeError as wrong:
        raise Invalid({"file": _NO_UTF8}) from wrong


def _ask(request: DoorRequest, form: ModelForm) -> HttpResponse:
    errors = summary(form, "Er is nog niets bekeken of vastgesteld.", kept="")
    context = {"nav": "beheer", "fields": fields(form), "errors": errors, "back": LIST}
    return render(request, "beheer/model_kiezen.html", context, status=422 if form.errors else 200)


def _told(request: DoorRequest, proposed: Proposed) -> HttpResponse:
    found = preview_model(request.viewer, proposed, now=request.now)
    groups: dict[str, list[object]] = {}
    for change in found.changes:
        groups.setdefault(change.where, []).append(change)
    context = {
        "nav": "beheer",
        "preview": found,
        "where": proposed.where,
        "theme": proposed.theme,
        "errors": tuple(finding for finding in found.findings if finding.severity == "fout"),
        "warnings": tuple(finding for finding in found.findings if finding.severity != "fout"),
        "groups": tuple(groups.items()),
        "sealed": _sealed(request, proposed, found) if found.model else "",
    }
    return render(request, "beheer/model_bekijken.html", context, status=200 if found.model else 422)


def _adopt(request: DoorRequest) -> HttpResponse:
    text, theme, after = _unsealed(request)
    municipality = request.viewer.municipality_id
    if municipality is None:
        raise NotVisible
    adopt_model(municipality, text, theme=theme, after=after, actor=request.actor, now=request.now)
    messages.success(request, "Het model is vastgesteld. Het geldt voor nieuwe casussen.")
    return HttpResponseRedirect(LIST)


def _place(request: DoorRequest) -> str:
    return f"web.model:{request.viewer.member_id}"


def _sealed(request: DoorRequest, proposed: Proposed, found: Preview) -> str:
    kept = json.dumps({"text": proposed.text, "theme": proposed.theme, "after": found.after})
    return seal_under_master(b64encode(zlib.compress(kept.encode())).decode(), place=_place(request))


def _unsealed(request: DoorRequest) -> tuple[str, str, int]:
    """Give what was shown. Raises `Invalid` when it was changed, or shown to somebody else."""
    try:
        kept = unseal_under_master(request.POST["model"], place=_place(request))
    except (BrokenSeal, ValueError) as broken:
        raise Invalid({"file": _AGAIN}) from broken
    shown = json.loads(zlib.decompress(b64decode(kept)))
    return str(shown["text"]), str(shown["theme"]), int(shown["after"])
