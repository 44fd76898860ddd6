"""Setting a first password, or one after a repair, with the code that an administrator handed over."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.directory.selectors_sign_in import account_to_activate, sign_in_account
from houvast.directory.services.activate_account import WRONG_CODE, activate_account
from houvast.directory.services.record_failed_sign_in import record_failed_sign_in
from houvast.kernel.actor import member
from houvast.kernel.errors import Invalid, Refused
from houvast.web.account import half_in
from houvast.web.account.forms import ActivationForm
from houvast.web.account.lock_out import Attempts, activation_attempts
from houvast.web.account.sign_in import CODE_PATH, DOOR, ENROL_PATH, closed_page
from houvast.web.door import as_read
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.own_path import START

_KEPT = "Vul de wachtwoorden opnieuw in."


@require_http_methods(["GET", "POST"])
def activate_page(request: HttpRequest) -> HttpResponse:
    """Ask for name, code and a new password; when they are good, go on to the code app."""
    if as_read(request).viewer is not None:
        return HttpResponseRedirect(START)
    form = ActivationForm(request.POST if request.method == "POST" else None)
    answer = _activate(request, form) if form.is_valid() else None
    if answer is not None:
        return answer
    context = {"fields": fields(form), "errors": summary(form, "Uw account is nog niet geactiveerd.", kept=_KEPT)}
    return render(request, "account/activeren.html", context, status=422 if form.errors else 200)


def _activate(request: HttpRequest, form: ActivationForm) -> HttpResponse | None:
    """Spend the code; None to ask again, with what was wrong in the form."""
    now = as_read(request).now
    filled = form.cleaned_data
    attempts = activation_attempts(filled["username"], request, now=now)
    if attempts.closed:
        return closed_page(request)
    account = account_to_activate(filled["username"])
    if account is None:
        return _wrong(request, form, attempts)
    try:
        activate_account(account.id, filled["code"], filled["new"], actor=member(account.member_id), now=now)
    except Refused:
        return _wrong(request, form, attempts)
    except Invalid as wrong:
        if "code" in wrong.problems:
            return _wrong(request, form, attempts)
        with_problems(form, wrong.problems)
        return None
    attempts.forget()
    activated = sign_in_account(account.id)
    if activated is None:
        return HttpResponseRedirect(CODE_PATH)
    half_in.begin(request.session, activated, START, now=now)
    return HttpResponseRedirect(CODE_PATH if activated.has_factor else ENROL_PATH)


def _wrong(request: HttpRequest, form: ActivationForm, attempts: Attempts) -> HttpResponse | None:
    """Say the same whatever was wrong, so that nobody learns which names exist."""
    attempts.failed()
    locked = attempts.closed
    username = form.cleaned_data["username"]
    record_failed_sign_in(username, "wrong_activation", locked=locked, actor=DOOR, now=as_read(request).now)
    if locked:
        return closed_page(request)
    form.add_error("code", WRONG_CODE)
    return None
