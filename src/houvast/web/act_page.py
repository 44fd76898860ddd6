"""A page with one act: a form, what it will do to whom, and one button."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.rules.own_words import NewerWords
from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.kernel.verdict import Verdict
from houvast.web.door import DoorRequest
from houvast.web.form_look import KEPT, fields, summary, with_problems
from houvast.web.look import Link
from houvast.web.own_words_look import NEWER, said
from houvast.web.somebody_first import conflict_page, typed_in


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What somebody may have to do on another page first, or instead: a sentence, and links to it."""

    text: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActPage:
    """What the page says. `consequences` stand beside the form: who gets or loses what, before it is done.

    `warning` says who must not hear what, where somebody is about to tell something.
    """

    title: str
    button: str
    done: str
    not_done: str
    back: str
    back_text: str
    intro: str = ""
    consequences: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    elsewhere: Elsewhere | None = None
    template: str = "handeling.html"
    kept: str = KEPT
    nav: str = "casussen"
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """Where to go after an act, and what is said there in the place of what the page always says."""

    address: str
    said: str


def act_page(
    request: DoorRequest,
    page: ActPage,
    form: forms.Form,
    do: Callable[[dict[str, object]], str | Done],
    *,
    verdict: Verdict | None = None,
    rename: dict[str, str] | None = None,
    about: FoundCase | None = None,
    reading: Callable[[], None] | None = None,
    hears: bool = False,
) -> HttpResponse:
    """Show the form, or do the act once and go on.

    `verdict` is what the policy says of who looks: who may not do this is told so before filling anything in.
    `do` gets the cleaned fields and gives the address to go to, with words of its own if need be. What a service finds
    wrong (`Invalid`) comes back at its field, with everything that was filled in; `rename` maps a service's field to
    the form's. When somebody else was first (`Conflict`), what was typed stands on the page that says so. `about` is
    the case that the page shows something of: that read is on record before anything is shown. `reading` records it
    where there is no case to name. `hears` is whether own words of the case stand beside the form: nothing is done past
    newer ones, and then the page comes back with them.
    """
    if verdict is not None and not verdict.allowed:
        raise Refused(verdict)
    notice = ""
    if form.is_bound and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Invalid as wrong:
            names = rename or {}
            with_problems(form, {names.get(name, name): message for name, message in wrong.problems.items()})
        except NewerWords:
            notice = NEWER
        except Conflict as conflict:
            return conflict_page(request, conflict, typed_in(form), again=request.path)
        else:
            following = done if isinstance(done, Done) else Done(done, page.done)
            messages.success(request, following.said)
            return HttpResponseRedirect(following.address)
    _record_read(request, about, reading)
    context = {
        "nav": page.nav,
        "page": page,
        "fields": fields(form),
        "hidden": form.hidden_fields(),
        "errors": summary(form, page.not_done, page.kept),
        "notice": notice,
        "words": said(request, about) if hears and about else None,
    }
    return render(request, page.template, context, status=422 if form.errors or notice else 200)


def _record_read(request: DoorRequest, about: FoundCase | None, reading: Callable[[], None] | None) -> None:
    """Put on record that somebody reads the page of an act, also when it comes back because something was wrong.

    Sending it is an act, and on record as such.
    """
    if reading is not None:
        reading()
    if about is None:
        return
    match = request.resolver_match
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=about.band.municipality_id,
        case=about.band.case_id,
        details={"page": match.route if match else ""},
    )
