"""A partner without an account: open the link, prove who one is, answer one task. What is read changes nothing."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from houvast.audit.services.act import record_read, record_refused_read
from houvast.kernel.actor import outsider
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import Conflict, Invalid, NotVisible
from houvast.kernel.one_time_codes import Sending
from houvast.plans.events import LINK_OPENED, LINK_READ
from houvast.plans.selectors.links import AskedTask, HeldLink, asked_task, link_with_secret
from houvast.plans.services.answer_task_link import answer_task_link
from houvast.plans.services.send_link_code import send_link_code
from houvast.plans.services.try_link_code import try_link_code
from houvast.web.answering import in_hand as session_of
from houvast.web.answering.forms import AnswerForm, CodeForm
from houvast.web.answering.in_hand import InHand
from houvast.web.door import as_read
from houvast.web.form_look import fields, summary, with_problems

BEGIN, CODE, TASK, DONE = "/antwoord/", "/antwoord/code/", "/antwoord/taak/", "/antwoord/klaar/"
WRONG = "Deze code werkt niet. Kijk of u hem goed overnam, of vraag een nieuwe."
_NOT_SENT = {
    Sending.NO_MORE: "Voor deze link zijn te veel codes gevraagd. Vraag een nieuwe link aan wie u deze gaf.",
    Sending.NOT_SET_UP: "Houvast kan nu geen code sturen: dat is niet ingesteld. Bel wie u de link gaf.",
    Sending.FAILED: "De code kon niet worden gestuurd. Probeer het over een minuut opnieuw, of bel wie u de link gaf.",
}
UNPROCESSABLE, GONE = 422, 410


class _Onward(HttpResponseRedirect):
    """Lead on to a page that is read (303): sending again or going back does nothing twice."""

    status_code = 303


@require_safe
def open_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Take the link in hand and lead on to an address without its secret; the same for every link, working or not."""
    read = as_read(request)
    link = link_with_secret(secret, now=read.now)
    if link is not None:
        _record_opening(link, request)
    session_of.take(request.session, link)
    answer = _Onward(BEGIN)
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _record_opening(link: HeldLink, request: HttpRequest) -> None:
    """Put on record that a link was opened, or that somebody tried one that does not work any more."""
    record = record_read if link.works else record_refused_read
    record(
        LINK_OPENED,
        actor=outsider(link.contact_id),
        now=as_read(request).now,
        municipality=link.municipality_id,
        case=link.case_id,
        subject="task_link",
        subject_id=link.id,
    )


@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """Say that there is a question, and offer to send a code; nothing of what it is about."""
    held = _held(request)
    if held is None:
        return _gone(request)
    if held.is_answered:
        return _Onward(DONE)
    return _Onward(TASK) if _asked(request, held) else _page(request, "antwoord/begin.html", {})


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Send a code to the number that was known."""
    held = _held(request)
    if held is None or held.is_answered:
        return _gone(request)
    try:
        sent = send_link_code(actor=held.actor, now=as_read(request).now, link_id=held.link.id)
    except NotVisible:
        return _gone(request)
    if sent.outcome in _NOT_SENT:
        context = {"not_sent": _NOT_SENT[sent.outcome]}
        return _page(request, "antwoord/begin.html", context, status=UNPROCESSABLE)
    if sent.shown:
        session_of.show_code(request.session, sent.shown)
    return _Onward(CODE)


@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code."""
    held = _held(request)
    if held is None or held.is_answered:
        return _gone(request)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            given = str(form.cleaned_data["code"])
            proof = try_link_code(actor=held.actor, now=as_read(request).now, link_id=held.link.id, typed=given)
        except NotVisible:
            return _gone(request)
        if proof is not None:
            session_of.prove(request.session, proof)
            return _Onward(TASK)
        form.add_error("code", WRONG)
    context = {
        "fields": fields(form),
        "errors": summary(form, "U bent er nog niet.", kept=""),
        "practice_code": held.shown,
    }
    return _page(request, "antwoord/code.html", context, status=UNPROCESSABLE if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest) -> HttpResponse:
    """Show the one task, and take the answer."""
    held = _held(request)
    if held is None:
        return _gone(request)
    if held.is_answered:
        return _Onward(DONE)
    asked = _asked(request, held)
    if asked is None:
        return _Onward(BEGIN)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answered = _answer(request, held, form)
        if answered is not None:
            return answered
    else:
        _record_reading(request, held)
    context = {
        "fields": fields(form),
        "errors": summary(form, "Uw antwoord is nog niet verstuurd."),
        "asked": asked,
        "due": exact(asked.due_on) if asked.due_on else "",
    }
    return _page(request, "antwoord/taak.html", context, status=UNPROCESSABLE if form.errors else 200)


def _answer(request: HttpRequest, held: InHand, form: AnswerForm) -> HttpResponse | None:
    """Send the answer; None to ask again, with what was wrong in the form."""
    now, link_id = as_read(request).now, held.link.id
    try:
        answer_task_link(actor=held.actor, now=now, link_id=link_id, proof=held.proof, answer=form.answer())
    except Invalid as wrong:
        with_problems(form, wrong.problems)
        return None
    except NotVisible:
        return _gone(request)
    except Conflict:
        pass  # Sent twice: it was answered once.
    session_of.answer(request.session)
    return _Onward(DONE)


@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """Say that the answer came in."""
    held = _held(request)
    if held is None or not held.is_answered:
        return _gone(request)
    return _page(request, "antwoord/klaar.html", {})


def _held(request: HttpRequest) -> InHand | None:
    return session_of.in_hand(request.session, now=as_read(request).now)


def _asked(request: HttpRequest, held: InHand) -> AskedTask | None:
    return asked_task(held.link, held.proof, now=as_read(request).now)


def _record_reading(request: HttpRequest, held: InHand) -> None:
    record_read(
        LINK_READ,
        actor=held.actor,
        now=as_read(request).now,
        municipality=held.link.municipality_id,
        case=held.link.case_id,
        subject="task_link",
        subject_id=held.link.id,
    )


def _gone(request: HttpRequest) -> HttpResponse:
    """Say the same for a link that never was, is used, was withdrawn or is too old."""
    return _page(request, "antwoord/werkt_niet.html", {}, status=GONE)


def _page(request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200) -> HttpResponse:
    answer = render(request, template, dict(context), status=status)
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
