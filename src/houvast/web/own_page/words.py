"""Saying something on one's own page."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.desk.selectors.own_page import OwnPage, own_page, record_own_page_read
from houvast.kernel.errors import Conflict, Invalid
from houvast.participation.services.say import say
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.form_look import summary, with_problems
from houvast.web.own_page.forms import SayForm, say_form
from houvast.web.own_page.look import look, say_look

AFTER = "/mijn/#words"
UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@takes_part
def say_something(request: ParticipantRequest) -> HttpResponse:
    """Take what somebody says, once, and go back to their page, where it stands."""
    page = own_page(request.participant, now=request.now)
    form = say_form(page, request.POST if request.method == "POST" else None, about=request.GET.get("over", ""))
    if form.is_bound and form.is_valid():
        try:
            _say(request, page, form)
        except Invalid as wrong:
            with_problems(form, wrong.problems)
        except Conflict:
            return HttpResponseRedirect(AFTER)  # Pressed twice: it stands there once, as it should.
        else:
            messages.success(request, "Uw tekst is verstuurd. Hij staat hieronder, precies zoals u hem schreef.")
            return HttpResponseRedirect(AFTER)
    record_own_page_read(request.participant, now=request.now)
    context = {
        "page": look(page),
        "say": say_look(page, form),
        "errors": summary(form, "Uw tekst is nog niet verstuurd.", kept="Uw tekst staat er nog."),
    }
    answer = render(request, "mijn/zeggen.html", context, status=UNPROCESSABLE if form.errors else 200)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


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
