"""Asking a colleague at the other end of a line something that is about nobody, and answering it."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.audit.services.act import record_read
from houvast.kernel.dutch_dates import exact, short
from houvast.kernel.verdict import Verdict
from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines import policy
from houvast.short_lines.events import QUESTION_READ
from houvast.short_lines.selectors.lines import line
from houvast.short_lines.selectors.questions import OpenedQuestion, asked_of, question
from houvast.short_lines.services.answer_colleague import answer_colleague
from houvast.short_lines.services.ask_colleague import ask_colleague
from houvast.short_lines.services.pass_on_question import pass_on_question
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SUBTLE, Act, Link
from houvast.web.short_lines.filled import Filled
from houvast.web.short_lines.forms import AnswerForm, EmptyForm, QuestionForm
from houvast.web.short_lines.looks import question_line
from houvast.web.short_lines.pages import LIST

_NOBODY = (
    "Schrijf niets waaraan iemand te herkennen is: geen naam, geboortedatum, adres, nummer of casus. "
    "Gaat het over een inwoner, voer dan een signaal in."
)
_CONCERN = Link("Signaal invoeren", "/signalen/nieuw/")


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: DoorRequest, line_id: UUID) -> HttpResponse:
    """Put a question to a line."""
    found = line(request.viewer, line_id, now=request.now)
    answers = asked_of(request.viewer, line_id, now=request.now)
    reached = (found.contact, found.stand_in)
    whom = next((each.name for each in reached if each and each.member_id == answers and answers), found.name)

    def do(data: dict[str, object]) -> str:
        filled = Filled(data)
        question_id = ask_colleague(
            actor=request.actor,
            now=request.now,
            line_id=line_id,
            question=filled.text("question"),
            known=filled.text("known"),
        )
        return addresses.colleague_question(question_id)

    page = ActPage(
        title=f"Vraag aan {whom}",
        button="Vraag stellen",
        done="De vraag is gesteld.",
        not_done="De vraag is nog niet gesteld.",
        back=addresses.short_line(line_id),
        back_text=found.name,
        elsewhere=Elsewhere(_NOBODY, (_CONCERN,)),
        consequences=(
            f"{whom} leest uw vraag op Mijn werk, en antwoordt één keer of geeft haar door aan de vervanger.",
            "Alleen u en wie antwoordt, zien de vraag. Het is geen casus en wordt er geen.",
            "Gaat uw collega weg, dan gaat de vraag naar wie de lijn dan heeft.",
            "Na de termijn van uw gemeente worden vraag en antwoord vernietigd.",
        ),
        nav="lijnen",
    )
    verdict = policy.may_ask(request.viewer, found.team, answers, ended=found.ended_at is not None)
    return act_page(request, page, QuestionForm(request.POST or None), do, verdict=verdict)


@require_safe
@signed_in
def question_page(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Show a question with its answer."""
    opened = question(request.viewer, question_id, now=request.now)
    _record_read(request, opened)
    today, asked = in_amsterdam(request.now).date(), opened.line
    said = short(in_amsterdam(asked.asked_at).date(), today)
    context = {
        "nav": "lijnen",
        "head": f"{asked.asked_by} van {asked.team} vroeg dit {said} langs de lijn {asked.line}.",
        "opened": opened,
        "stands": question_line(asked, request.now).stands,
        "until": exact(asked.keep_until),
        "acts": _acts(request, opened),
    }
    return render(request, "korte_lijnen/vraag.html", context)


def _record_read(request: DoorRequest, opened: OpenedQuestion) -> None:
    record_read(
        QUESTION_READ,
        actor=request.actor,
        now=request.now,
        municipality=opened.line.municipality_id,
        subject="colleague_question",
        subject_id=opened.line.id,
        ground="asked" if opened.line.asked else "holds_the_line",
    )


def _may_answer(request: DoorRequest, opened: OpenedQuestion) -> Verdict:
    answered = opened.line.answered_at is not None
    return policy.may_answer(request.viewer, opened.turn.member_id, answered=answered)


def _may_pass_on(request: DoorRequest, opened: OpenedQuestion) -> Verdict:
    turn, answered = opened.turn, opened.line.answered_at is not None
    return policy.may_pass_on(request.viewer, turn.member_id, turn.stand_in_id, passed=opened.passed, answered=answered)


def _acts(request: DoorRequest, opened: OpenedQuestion) -> tuple[Act, ...]:
    acts = []
    if _may_answer(request, opened).allowed:
        acts.append(Act("Antwoord geven", addresses.colleague_question(opened.line.id, "antwoord"), PRIMARY))
    if _may_pass_on(request, opened).allowed:
        acts.append(Act("Doorgeven", addresses.colleague_question(opened.line.id, "doorgeven"), SUBTLE))
    return tuple(acts)


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Answer a question, once."""
    opened = question(request.viewer, question_id, now=request.now)
    verdict, form = _may_answer(request, opened), AnswerForm(request.POST or None)

    def do(data: dict[str, object]) -> str:
        text = Filled(data).text("text")
        answer_colleague(actor=request.actor, now=request.now, question_id=question_id, text=text)
        return addresses.colleague_question(question_id)

    page = ActPage(
        title="Antwoord geven",
        button="Antwoord geven",
        done="Uw collega heeft uw antwoord.",
        not_done="Het antwoord is nog niet gegeven.",
        back=addresses.colleague_question(question_id),
        back_text="Vraag aan een collega",
        facts=(("Vraag", opened.question), ("Al bekend", opened.known or "niets ingevuld")),
        consequences=(
            f"Alleen {opened.line.asked_by} en u zien dit antwoord.",
            "U antwoordt één keer. Wilt u meer weten? Bel dan.",
            "Herkent u toch iemand in de vraag? Schrijf dat hier niet op.",
        ),
        nav="lijnen",
    )
    return act_page(request, page, form, do, verdict=verdict, reading=partial(_record_read, request, opened))


@require_http_methods(["GET", "POST"])
@signed_in
def pass_on(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Pass a question on to the stand-in."""
    opened = question(request.viewer, question_id, now=request.now)

    def do(_data: dict[str, object]) -> str:
        pass_on_question(actor=request.actor, now=request.now, question_id=question_id)
        return LIST

    page = ActPage(
        title="Doorgeven aan de vervanger",
        button="Vraag doorgeven",
        done="De vervanger heeft de vraag nu.",
        not_done="De vraag is nog bij u.",
        back=addresses.colleague_question(question_id),
        back_text="Vraag aan een collega",
        consequences=("De vervanger van deze lijn leest de vraag en antwoordt. U ziet haar daarna niet meer.",),
        nav="lijnen",
    )
    form = EmptyForm(request.POST if request.method == "POST" else None)
    return act_page(request, page, form, do, verdict=_may_pass_on(request, opened))
