"""Asking on one's own page about what is held."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.accountability.services.ask_for_rights import ask_for_rights
from houvast.desk.selectors.own_page import own_page, record_own_page_read
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.web import own_session
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.form_look import fields, summary, with_problems
from houvast.web.own_page.forms import AskForm
from houvast.web.own_page.look import look
from houvast.web.own_page.sign_in import OWN_PAGE

AFTER = f"{OWN_PAGE}#requests"
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def ask_about_data(request: ParticipantRequest) -> HttpResponse:
    """Take what somebody asks, once, and go back to their page, where it stands. Who may not ask reads there why."""
    page = own_page(request.participant, now=request.now)
    form = AskForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _ask(request, form)
        except Invalid as wrong:
            with_problems(form, wrong.problems)
        except Refused as no:
            messages.error(request, no.message)
            return HttpResponseRedirect(OWN_PAGE)
        except Conflict:
            return HttpResponseRedirect(AFTER)  # Pressed twice: it stands there once, as it should.
        else:
            messages.success(request, "Wij hebben uw vraag. Hieronder leest u wanneer u antwoord krijgt.")
            return HttpResponseRedirect(AFTER)
    elif not page.may_ask:
        return HttpResponseRedirect(OWN_PAGE)
    record_own_page_read(request.participant, now=request.now)
    context = {
        "page": look(page),
        "fields": fields(form),
        "errors": summary(form, "Uw vraag is nog niet verstuurd.", kept="Wat u invulde, staat er nog."),
    }
    answer = render(request, "mijn/gegevens.html", context, status=UNPROCESSABLE if form.errors else 200)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _ask(request: ParticipantRequest, form: AskForm) -> None:
    ask_for_rights(
        actor=request.participant.actor,
        now=request.now,
        participant_id=request.participant.id,
        new=form.new(own_session.signed_in_by(request.session)),
    )
