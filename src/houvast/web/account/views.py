"""Pages around signing in: out, the own password, a form that was kept, and a form that did not come from here."""

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from houvast.directory.services.change_password import change_password
from houvast.directory.services.record_failed_sign_in import record_failed_sign_in
from houvast.directory.services.record_sign_out import record_sign_out
from houvast.kernel.errors import Invalid
from houvast.web.account.forms import PasswordForm
from houvast.web.account.lock_out import password_attempts
from houvast.web.account.sign_in import DOOR, closed_page
from houvast.web.door import SIGN_IN_PATH, DoorRequest, signed_in
from houvast.web.form_look import fields, summary
from houvast.web.kept_form import drop_kept_form, kept_form
from houvast.web.own_path import START


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Give the page for a form that did not prove to come from here (the setting CSRF_FAILURE_VIEW)."""
    return render(request, "403_csrf.html", status=403)


@require_POST
@signed_in
def sign_out_page(request: DoorRequest) -> HttpResponse:
    """Sign out."""
    record_sign_out(request.account_id, reason="asked", actor=request.actor, now=request.now)
    logout(request)
    return HttpResponseRedirect(SIGN_IN_PATH)


@require_http_methods(["GET", "POST"])
@signed_in
def password_page(request: DoorRequest) -> HttpResponse:
    """Change one's own password."""
    form = PasswordForm(request.POST if request.method == "POST" else None)
    answer = _change(request, form) if form.is_valid() else None
    if answer is not None:
        return answer
    errors = summary(form, "Uw wachtwoord is nog niet gewijzigd.", kept="Vul de wachtwoorden opnieuw in.")
    context = {"fields": fields(form), "errors": errors}
    return render(request, "account/wachtwoord.html", context, status=422 if form.errors else 200)


def _change(request: DoorRequest, form: PasswordForm) -> HttpResponse | None:
    username = request.user.get_username()
    attempts = password_attempts(username, request, now=request.now)
    if attempts.closed:
        return closed_page(request)
    if attempts.account_with(form.cleaned_data["current"]) != request.account_id:
        record_failed_sign_in(username, "wrong_password", locked=attempts.closed, actor=DOOR, now=request.now)
        form.add_error("current", "Dit is niet uw huidige wachtwoord.")
        return None
    try:
        change_password(request.account_id, form.cleaned_data["new"], actor=request.actor, now=request.now)
    except Invalid as weak:
        form.add_error("new", weak.message)
        return None
    changed = ModelBackend().get_user(request.account_id)
    if changed is not None:
        update_session_auth_hash(request, changed)
    messages.success(request, "Uw wachtwoord is gewijzigd. Andere apparaten zijn uitgelogd.")
    return HttpResponseRedirect(request.path)


@require_http_methods(["GET", "POST"])
@signed_in
def kept_form_page(request: DoorRequest) -> HttpResponse:
    """Show what was sent after the session had ended, to send again or to throw away."""
    if request.method == "POST":
        drop_kept_form(request)
        return HttpResponseRedirect(START)
    kept = kept_form(request, request.account_id)
    context = {"kept": kept, "sentences": kept.sentences if kept else ()}
    return render(request, "account/bewaard.html", context)
