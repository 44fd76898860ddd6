"""Asking on one's own page about what is held."""

from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from houvast.accountability.services.ask_for_rights import ask_for_rights
from houvast.desk.selectors.own_page import own_page
from houvast.web import own_session
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.form_look import fields
from houvast.web.own_page.forms import AskForm
from houvast.web.own_page.look import look
from houvast.web.own_page.sign_in import OWN_PAGE
from houvast.web.own_page.taking import Taking, sent, take

_ASK = Taking(
    "mijn/gegevens.html",
    f"{OWN_PAGE}#requests",
    "Wij hebben uw vraag. Hieronder leest u wanneer u antwoord krijgt.",
    "Uw vraag is nog niet verstuurd.",
)


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def ask_about_data(request: ParticipantRequest) -> HttpResponse:
    """Take what somebody asks, once, and go back to their page, where it stands. Who may not ask reads there why."""
    page = own_page(request.participant, now=request.now)
    form = AskForm(sent(request))
    if not (form.is_bound or page.may_ask):
        return HttpResponseRedirect(OWN_PAGE)
    return take(request, _ASK, form, lambda: _ask(request, form), lambda: {"page": look(page), "fields": fields(form)})


def _ask(request: ParticipantRequest, form: AskForm) -> None:
    ask_for_rights(
        actor=request.participant.actor,
        now=request.now,
        participant_id=request.participant.id,
        new=form.new(own_session.signed_in_by(request.session)),
    )
