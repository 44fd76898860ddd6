"""Read a police list in: first what it would do, then the same for real.

Between the two the list stays with the browser, sealed: it is in no address, in no file and in no session, and only
who chose it can send it back.
"""

import base64
import zlib

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render

from houvast.intake import policy
from houvast.intake.rules.report import Report
from houvast.intake.services.import_list import import_list
from houvast.kernel.errors import Invalid, Refused
from houvast.vault.sealing import BrokenSeal, seal_under_master, unseal_under_master
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.intake import reports
from houvast.web.intake.forms import UploadForm

_NOT_READ = "Nog niets ingelezen."
_CHOOSE_AGAIN = "Kies het bestand opnieuw. Wat u koos, was niet meer te lezen."


@signed_in
def read_in(request: DoorRequest) -> HttpResponse:
    """Ask for a list, show what it would do, or read it in.

    Reading a list in twice adds nothing, so the report is the answer itself: its rows are kept nowhere else.
    """
    verdict = policy.may_import(request.viewer)
    if not verdict.allowed:
        raise Refused(verdict)
    if request.method != "POST":
        return _ask(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    is_confirmed = "list" in request.POST
    try:
        content = _unsealed(request) if is_confirmed else _uploaded(form)
        report = import_list(actor=request.actor, now=request.now, content=content, dry_run=not is_confirmed)
    except Invalid as wrong:
        form = UploadForm({}) if is_confirmed else form
        return _ask(request, with_problems(form, wrong.problems))
    return _told(request, report, content, is_confirmed=is_confirmed)


def _uploaded(form: forms.Form) -> bytes:
    """Give the content of the file. Raises `Invalid` when none was chosen; what is wrong then stands in the form."""
    if not form.is_valid():
        raise Invalid({})
    uploaded = form.cleaned_data["file"]
    return uploaded.read() if isinstance(uploaded, UploadedFile) else b""


def _ask(request: DoorRequest, form: forms.Form) -> HttpResponse:
    context = {"nav": "signalen", "fields": fields(form), "errors": summary(form, _NOT_READ, kept="")}
    return render(request, "signalen/inlezen.html", context, status=422 if form.errors else 200)


def _told(request: DoorRequest, report: Report, content: bytes, *, is_confirmed: bool) -> HttpResponse:
    context = {"nav": "signalen", "report": reports.look(report, is_confirmed=is_confirmed)}
    if not is_confirmed:
        context["list"] = seal_under_master(base64.b64encode(zlib.compress(content)).decode(), place=_place(request))
    return render(request, "signalen/verslag.html", context)


def _unsealed(request: DoorRequest) -> bytes:
    """Give the list as it was shown. Raises `Invalid` when it was changed, or shown to somebody else."""
    try:
        text = unseal_under_master(request.POST["list"], place=_place(request))
    except (BrokenSeal, ValueError) as broken:
        raise Invalid({"file": _CHOOSE_AGAIN}) from broken
    return zlib.decompress(base64.b64decode(text))


def _place(request: DoorRequest) -> str:
    return f"web.import:{request.viewer.member_id}"
