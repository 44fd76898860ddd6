"""Coming in to one's own page: the code on paper, then the code on the telephone.

Whoever types a code that does not work gets the same pages as who types one that does, in the same time: nobody learns
which codes there are. Whether it works is only asked beside the answer, and when the other code is filled in.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from houvast.integrations.openid import provider
from houvast.kernel.errors import NotVisible, Refused
from houvast.kernel.verdict import refuse
from houvast.participation.practice import PRACTICE_CODES
from houvast.participation.rules.personal_codes import shown
from houvast.participation.selectors.taking_part import HeldCode, digest_of_typed, with_personal_code
from houvast.participation.services.leave_own_page import leave_own_page
from houvast.participation.services.send_sign_in_code import send_sign_in_code
from houvast.participation.services.try_sign_in_code import try_sign_in_code
from houvast.web import coming_in, own_session
from houvast.web.afterwards import afterwards
from houvast.web.door import OWN_SIGN_IN_PATH, ParticipantRequest, as_read, takes_part
from houvast.web.form_look import fields, summary
from houvast.web.own_page.forms import PersonalCodeForm, SignInCodeForm

OWN_PAGE = "/mijn/"
CODE_PATH = "/mijn/inloggen/code/"
_WRONG = (
    "Deze codes werken niet samen. Kijk of u ze goed overnam. Is de hulp gestopt? Dan werkt uw code niet meer. "
    "Lukt het niet? Bel dan met wie u helpt, of begin opnieuw."
)
A_MEMBER = refuse(
    "is_a_member", "U bent ingelogd als medewerker. Deze pagina is voor inwoners. Meld u eerst af als u haar wilt zien."
)


@require_http_methods(["GET", "HEAD", "POST"])
def personal_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code on paper, and send the other one."""
    read = as_read(request)
    if read.viewer is not None:
        raise Refused(A_MEMBER)
    if read.participant is not None:
        return HttpResponseRedirect(OWN_PAGE)
    form = PersonalCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        typed, answer = form.cleaned_data["personal_code"], HttpResponseRedirect(CODE_PATH)
        shown = _send(typed, read.now) if settings.HOUVAST_PRACTICE else _send_afterwards(typed, read.now)
        coming_in.begin_trying(answer, digest_of_typed(typed), shown=shown, now=read.now)
        return answer
    context = {
        "fields": fields(form),
        "errors": summary(form, "U bent nog niet ingelogd.", kept=""),
        "practice_codes": _practice_codes(),
        "has_provider": provider() is not None,
    }
    return _page(request, "mijn/inloggen.html", context, status=422 if form.errors else 200)


def _practice_codes() -> list[tuple[str, str]]:
    return [(who, shown(code)) for who, code in PRACTICE_CODES.items()] if settings.HOUVAST_PRACTICE else []


def _send_afterwards(typed: str, now: datetime) -> str:
    """Look the code up and send the other one beside the answer: it takes as long for who typed just anything."""
    afterwards(partial(_send, typed, now))
    return ""


def _send(typed: str, now: datetime) -> str:
    """Send the other code, if there is anybody to send it to; what comes of it, the log says and the page does not.

    Gives the code where nothing is sent, in a practice region; else "".
    """
    held = with_personal_code(typed, now=now)
    if held is None:
        return ""
    try:
        return send_sign_in_code(actor=held.who.actor, now=now, participant_id=held.who.id).shown
    except NotVisible:
        return ""


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the telephone."""
    read = as_read(request)
    if read.viewer is not None:
        raise Refused(A_MEMBER)
    trying = coming_in.trying(request, now=read.now)
    if trying is None:
        return HttpResponseRedirect(OWN_PAGE if read.participant else OWN_SIGN_IN_PATH)
    form = SignInCodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        held = trying.held(now=read.now)
        if held is not None and _is_right(request, held, form.cleaned_data["code"]):
            own_session.come_in(request.session, held, now=read.now)
            answer = HttpResponseRedirect(OWN_PAGE)
            coming_in.forget(answer)
            return answer
        form.add_error("code", _WRONG)
    context = {
        "fields": fields(form),
        "errors": summary(form, "U bent nog niet ingelogd.", kept=""),
        "practice_code": trying.shown,
    }
    return _page(request, "mijn/code.html", context, status=422 if form.errors else 200)


def _is_right(request: HttpRequest, held: HeldCode, typed: str) -> bool:
    try:
        return try_sign_in_code(actor=held.who.actor, now=as_read(request).now, held=held, typed=typed)
    except NotVisible:
        return False


@require_POST
@takes_part
def leave(request: ParticipantRequest) -> HttpResponse:
    """Go out."""
    who = request.participant
    leave_own_page(actor=who.actor, now=request.now, participant_id=who.id)
    request.session.flush()
    return HttpResponseRedirect(OWN_SIGN_IN_PATH)


def _page(request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200) -> HttpResponse:
    answer = render(request, template, dict(context), status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
