"""Proposing somebody of one's network on one's own page, and asking for another date."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from houvast.desk.selectors.own_page import OwnPage, own_page
from houvast.participation import policy
from houvast.participation.rules.wishing import NewWish
from houvast.participation.services.make_wish import make_wish
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.form_look import fields
from houvast.web.own_page.look import look
from houvast.web.own_page.taking import Taking, not_theirs, sent, take
from houvast.web.own_page.wish_forms import other_date_form, propose_form

_AFTER = "/mijn/#wishes"
_SENT, _NOT_SENT = "Uw vraag is verstuurd. U leest het antwoord op deze pagina.", "Uw vraag is nog niet verstuurd."
_PROPOSE = Taking("mijn/voorstellen.html", _AFTER, _SENT, _NOT_SENT)
_OTHER_DATE = Taking("mijn/andere_dag.html", _AFTER, _SENT, _NOT_SENT)


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def propose(request: ParticipantRequest) -> HttpResponse:
    """Take whom somebody proposes, once."""
    page = own_page(request.participant, now=request.now)
    form = propose_form(request.participant, sent(request))
    return _ask(request, page, _PROPOSE, form, form.wish)


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def ask_other_date(request: ParticipantRequest) -> HttpResponse:
    """Take that somebody asks for another date, once."""
    page = own_page(request.participant, now=request.now)
    if not page.askable:
        return HttpResponseRedirect(_AFTER)
    form = other_date_form(page, sent(request))
    return _ask(request, page, _OTHER_DATE, form, lambda: form.wish(page.askable))


def _ask(
    request: ParticipantRequest, page: OwnPage, taking: Taking, form: forms.Form, wished: Callable[[], NewWish]
) -> HttpResponse:
    who = request.participant
    verdict = policy.may_wish(who.kind)
    if not (verdict.allowed or (form.is_bound and form.is_valid())):
        return not_theirs(request, verdict.message)

    def do() -> None:
        make_wish(actor=who.actor, now=request.now, participant_id=who.id, new=wished())

    return take(request, taking, form, do, lambda: {"page": look(page), "fields": fields(form)})
