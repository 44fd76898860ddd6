"""Signing in, second half: the code, and setting it up the first time."""

from uuid import UUID

from allauth.mfa.adapter import get_adapter
from django.contrib.auth import login
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.directory.selectors_sign_in import practice_code
from houvast.directory.services.enrol_factor import enrol_factor
from houvast.directory.services.record_failed_sign_in import record_failed_sign_in
from houvast.directory.services.sign_in import sign_in
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, Invalid
from houvast.web import session_limits
from houvast.web.account import half_in
from houvast.web.account.forms import CodeForm
from houvast.web.account.half_in import HalfIn
from houvast.web.account.lock_out import Attempts, code_attempts
from houvast.web.account.qr_picture import QrPicture, qr_picture
from houvast.web.account.sign_in import CODE_PATH, DOOR, ENROL_PATH, closed_page
from houvast.web.door import SIGN_IN_PATH, as_read
from houvast.web.form_look import fields, summary
from houvast.web.kept_form import KEPT_PATH, has_kept_form
from houvast.web.own_path import START

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_http_methods(["GET", "POST"])
def code_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code; when it is right, somebody is in."""
    half = half_in.half_in(request.session, now=as_read(request).now)
    if half is None:
        return HttpResponseRedirect(SIGN_IN_PATH)
    if not half.account.has_factor:
        return HttpResponseRedirect(ENROL_PATH)
    form = CodeForm(request.POST if request.method == "POST" else None)
    answer = _check_code(request, form, half) if form.is_valid() else None
    if answer is not None:
        return answer
    shown = practice_code(half.account.id, now=as_read(request).now)
    context = {**_printed(form), "is_practice": half.account.is_practice, "practice_code": shown}
    return render(request, "account/code.html", context, status=422 if form.errors else 200)


def _check_code(request: HttpRequest, form: CodeForm, half: HalfIn) -> HttpResponse | None:
    """Let in with the right code; None to ask again."""
    attempts = code_attempts(half.account.id, request, now=as_read(request).now)
    if attempts.closed:
        return _start_again(request)
    try:
        return _let_in(request, half, form.cleaned_data["code"], attempts)
    except Invalid as wrong:
        form.add_error("code", wrong.problems["code"])
    attempts.failed()
    locked = attempts.closed
    record_failed_sign_in(half.account.username, "wrong_code", locked=locked, actor=DOOR, now=as_read(request).now)
    return _start_again(request) if locked else None


def _start_again(request: HttpRequest) -> HttpResponse:
    half_in.end(request.session)
    return closed_page(request)


def _let_in(request: HttpRequest, half: HalfIn, code: str, attempts: Attempts) -> HttpResponse:
    """Spend the code, rotate the session and go to where they were going."""
    now = as_read(request).now
    sign_in(half.account.id, code, actor=member(half.account.member_id), now=now)
    attempts.forget()
    half_in.end(request.session)
    login(request, ModelBackend().get_user(half.account.id), backend=_BACKEND)
    session_limits.begin(request.session, now=now)
    waiting = has_kept_form(request, half.account.id)
    if waiting:
        return HttpResponseRedirect(KEPT_PATH)
    return HttpResponseRedirect(START if half.destination == KEPT_PATH else half.destination)


@require_http_methods(["GET", "POST"])
def enrol_page(request: HttpRequest) -> HttpResponse:
    """Show the secret once, as a picture and as text, and ask for a code that proves that the app has it."""
    now = as_read(request).now
    half = half_in.half_in(request.session, now=now)
    if half is None:
        return HttpResponseRedirect(SIGN_IN_PATH)
    if half.account.has_factor:
        return HttpResponseRedirect(CODE_PATH)
    secret = half_in.new_secret(request.session)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return _enrol(request, half, secret, form.cleaned_data["code"])
        except Invalid as wrong:
            form.add_error("code", wrong.problems["code"])
        except Conflict:
            return HttpResponseRedirect(CODE_PATH)
    context = {**_printed(form), "secret": _in_fours(secret), "picture": _picture(half.account.id, secret)}
    return render(request, "account/code_instellen.html", context, status=422 if form.errors else 200)


def _enrol(request: HttpRequest, half: HalfIn, secret: str, code: str) -> HttpResponse:
    now = as_read(request).now
    enrol_factor(half.account.id, secret, code, actor=member(half.account.member_id), now=now)
    return _let_in(request, half, code, code_attempts(half.account.id, request, now=now))


def _printed(form: CodeForm) -> dict[str, object]:
    return {"fields": fields(form), "errors": summary(form, "U bent nog niet ingelogd.", kept="")}


def _in_fours(secret: str) -> str:
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _picture(account_id: UUID, secret: str) -> QrPicture | None:
    account = ModelBackend().get_user(account_id)
    return None if account is None else qr_picture(get_adapter().build_totp_url(account, secret))
