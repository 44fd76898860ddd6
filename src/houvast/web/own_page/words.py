"""Saying something on one's own page."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.desk.selectors.own_page import OwnPage, own_page
from houvast.participation.services.say import say
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.own_page.forms import SayForm, say_form
from houvast.web.own_page.look import look, say_look
from houvast.web.own_page.taking import Taking, sent, take

_SAY = Taking(
    "mijn/zeggen.html",
    "/mijn/#words",
    "Uw tekst is verstuurd. Hij staat hieronder, precies zoals u hem schreef.",
    "Uw tekst is nog niet verstuurd.",
    "Uw tekst staat er nog.",
)


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def say_something(request: ParticipantRequest) -> HttpResponse:
    """Take what somebody says, once, and go back to their page, where it stands."""
    page = own_page(request.participant, now=request.now)
    form = say_form(page, sent(request), about=request.GET.get("over", ""))
    return take(
        request,
        _SAY,
        form,
        lambda: _say(request, page, form),
        lambda: {"page": look(page), "say": say_look(page, form)},
    )


def _say(request: ParticipantRequest, page: OwnPage, form: SayForm) -> None:
    chosen = next(each for each in page.sayable if each.key == form.cleaned_data["about"])
    say(
        actor=request.participant.actor,
        now=request.now,
        participant_id=request.participant.id,
        words=form.cleaned_data["words"],
        about=chosen.about,
        about_id=chosen.about_id,
        stood=chosen.stood,
    )
