"""Signing in, first half: the password. Then the code, always."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.directory.practice import OPEN_WORD
from houvast.directory.selectors import viewer
from houvast.directory.selectors_sign_in import practice_groups, sign_in_account
from houvast.directory.services.record_failed_sign_in import Failure, record_failed_sign_in
from houvast.kernel.actor import system
from houvast.web.account import half_in
from houvast.web.account.forms import SignInForm
from houvast.web.account.lock_out import Attempts, password_attempts
from houvast.web.door import SIGN_IN_PATH, as_read
from houvast.web.form_look import fields, summary
from houvast.web.own_path import START, own_path

CODE_PATH = "/inloggen/code"
ENROL_PATH = "/inloggen/code-instellen"
DOOR = system("sign-in")
_WRONG = "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw."


@require_http_methods(["GET", "POST"])
def sign_in_page(request: HttpRequest) -> HttpResponse:
    """Ask for name and password; when they are right, go on to the code."""
    destination = own_path(request.POST.get("volgende") or request.GET.get("volgende", START))
    if as_read(request).viewer is not None:
        return HttpResponseRedirect(destination)
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer = _check_password(request, form, destination)
        if answer is not None:
            return answer
    return _page(request, form, destination)


def _check_password(request: HttpRequest, form: SignInForm, destination: str) -> HttpResponse | None:
    now = as_read(request).now
    username = form.cleaned_data["username"]
    attempts = password_attempts(username, request, now=now)
    if attempts.closed:
        return closed_page(request)
    account_id = attempts.account_with(form.cleaned_data["password"])
    account = None if account_id is None else sign_in_account(account_id)
    if account is None or viewer(account.member_id, now=now) is None:
        return _refuse(request, form, attempts, "wrong_password" if account is None else "not_active")
    attempts.forget()
    half_in.begin(request.session, account, destination, now=now)
    return HttpResponseRedirect(CODE_PATH if account.has_factor else ENROL_PATH)


def _refuse(request: HttpRequest, form: SignInForm, attempts: Attempts, reason: Failure) -> HttpResponse | None:
    """Say the same whatever was wrong, so that nobody learns which names exist."""
    locked = attempts.closed
    username = form.cleaned_data["username"]
    record_failed_sign_in(username, reason, locked=locked, actor=DOOR, now=as_read(request).now)
    if locked:
        return closed_page(request)
    form.add_error(None, _WRONG)
    return None


def closed_page(request: HttpRequest) -> HttpResponse:
    """Say that there were too many attempts."""
    return render(request, "account/gesloten.html", status=429)


def _page(request: HttpRequest, form: SignInForm, destination: str) -> HttpResponse:
    groups = practice_groups(now=as_read(request).now)
    chosen = request.GET.get("oefenaccount", "")
    username = next((each.username for group in groups for each in group.accounts if str(each.id) == chosen), "")
    form.initial["username"] = username
    context = {
        "fields": fields(form),
        "errors": summary(form, "U bent nog niet ingelogd.", kept="Vul uw wachtwoord opnieuw in."),
        "destination": destination,
        "groups": groups,
        "practice_password": OPEN_WORD,
        "address": f"{SIGN_IN_PATH}?{urlencode({'volgende': destination})}",
        "ended": request.GET.get("verlopen") == "1",
        "kept": request.GET.get("bewaard", ""),
    }
    return render(request, "account/inloggen.html", context, status=422 if form.errors else 200)
