"""Taking what somebody sends from their own page: once, and with all that they wrote kept when something is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from houvast.desk.selectors.own_page import record_own_page_read
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.web.door import ParticipantRequest
from houvast.web.form_look import summary, with_problems
from houvast.web.own_page.sign_in import OWN_PAGE

UNPROCESSABLE = 422


@dataclass(frozen=True, slots=True)
class Taking:
    """A page with one form: where it leads, and what is said when it was sent, and when it was not."""

    template: str
    after: str
    done: str
    not_done: str
    kept: str = "Wat u invulde, staat er nog."


def sent(request: ParticipantRequest) -> QueryDict | None:
    """Give what was sent, None for who only opens the page."""
    return request.POST if request.method == "POST" else None


def not_theirs(request: ParticipantRequest, why: str) -> HttpResponse:
    """Say on their own page why they cannot do something; the page for professionals is not for them."""
    messages.error(request, why)
    return HttpResponseRedirect(OWN_PAGE)


def take(
    request: ParticipantRequest,
    taking: Taking,
    form: forms.Form,
    do: Callable[[], object],
    context: Callable[[], Mapping[str, object]],
) -> HttpResponse:
    """Do it when the form is sent and right, and go to where it stands; else show the form, with what is missing.

    What was pressed twice stands there once, so a `Conflict` leads there too. Who is refused reads why on their page.
    """
    if form.is_bound and form.is_valid():
        try:
            do()
        except Invalid as wrong:
            with_problems(form, wrong.problems)
        except Refused as no:
            return not_theirs(request, no.message)
        except Conflict:
            return HttpResponseRedirect(taking.after)
        else:
            messages.success(request, taking.done)
            return HttpResponseRedirect(taking.after)
    record_own_page_read(request.participant, now=request.now)
    shown = {**context(), "errors": summary(form, taking.not_done, kept=taking.kept)}
    answer = render(request, taking.template, shown, status=UNPROCESSABLE if form.errors else 200)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
