"""Questions between tables: asking one, putting one on an agenda, answering it, and taking it back."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.cases.selectors.bands import FoundCase, by_ids
from houvast.consultation import policy
from houvast.consultation.models import AgendaItem, TableAnswer
from houvast.consultation.selectors import asking
from houvast.consultation.selectors.asking import QuestionLine
from houvast.consultation.services.answer_question import answer_question
from houvast.consultation.services.ask_table import ask_table
from houvast.consultation.services.put_question_on_agenda import put_question_on_agenda
from houvast.consultation.services.withdraw_question import withdraw_question
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.consultation.acts import found_item
from houvast.web.consultation.agenda import record_meeting
from houvast.web.consultation.forms import AnswerForm, AskForm, ConfirmForm, PutForm
from houvast.web.consultation.looks import item_title, meeting_mark
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.look import Link

OVERVIEW = "/overleg/"


@require_http_methods(["GET", "POST"])
@signed_in
def ask(request: DoorRequest, item_id: UUID) -> HttpResponse:
    """Ask another table about an item."""
    shown, item = found_item(request, item_id)
    verdict = policy.may_ask_table(
        request.viewer, shown.facts, case_closed=item.band is not None and item.band.is_closed
    )
    form = AskForm(request.POST if request.method == "POST" else None)
    if verdict.allowed:
        offered = asking.tables_to_ask(request.viewer, item_id, now=request.now)
        offer(form, "table", [(str(table_id), name) for table_id, name in offered], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        table_id, words = UUID(str(filled["table"])), str(filled["question"])
        ask_table(actor=request.actor, now=request.now, item_id=item_id, table_id=table_id, question=words)
        return addresses.agenda_item(item_id)

    name = item_title(item, beamer=False)
    page = ActPage(
        title=f"Een andere tafel vragen: {name}",
        button="Vraag voorleggen",
        done="De vraag is voorgelegd. Het antwoord komt terug bij dit punt.",
        not_done="De vraag is nog niet voorgelegd.",
        back=addresses.agenda_item(item_id),
        back_text=name,
        consequences=_consequences(about_case=item.case_id is not None),
        nav="overleg",
    )
    reading = partial(record_meeting, request, shown, item_id=item_id)
    return act_page(request, page, form, do, verdict=verdict, reading=reading)


def _consequences(*, about_case: bool) -> tuple[str, ...]:
    sees = "de vraag en wie de casus leidt" if about_case else "de vraag en de naam van dit punt"
    return (
        f"De voorzitter van die tafel ziet {sees}, tot er antwoord is. Wat u hier bespreekt, ziet die niet.",
        "Zet die voorzitter het op een agenda, dan ziet wie daar is uitgenodigd dat punt, tot dat overleg sluit.",
        "Het antwoord komt terug bij dit punt" + (" en op de tijdlijn van de casus." if about_case else "."),
    )


def _about(request: DoorRequest, line: QuestionLine) -> FoundCase | None:
    if line.case_id is None:
        return None
    return by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id)


def _name(line: QuestionLine, found: FoundCase | None) -> str:
    return found.band.name if found else line.title or word_for(AgendaItem.Kind(line.kind)).capitalize()


def _facts(line: QuestionLine, found: FoundCase | None) -> tuple[tuple[str, str], ...]:
    about = f"{_name(line, found)}, AVE {found.band.phase.number}" if found else _name(line, found)
    return (("Waarover", about), (f"{line.asking_table} vraagt", line.question), ("Gevraagd door", line.asked_by))


def _elsewhere(*, planned: bool) -> str:
    return "Hoeft dit niet in een overleg?" if planned else "Er is nog geen overleg van deze tafel gepland."


@require_http_methods(["GET", "POST"])
@signed_in
def put(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Put what another table asks on an agenda."""
    line = asking.question(request.viewer, question_id, now=request.now)
    form, found = PutForm(request.POST if request.method == "POST" else None), _about(request, line)
    ahead = asking.meetings_ahead(request.viewer, line.table_id, now=request.now)
    marks = ((str(each.id), meeting_mark(each, request.now)) for each in ahead)
    offer(form, "meeting", [(value, f"{mark.title}, {mark.when_exact}") for value, mark in marks], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        meeting_id = UUID(str(filled["meeting"]))
        item_id = put_question_on_agenda(
            actor=request.actor, now=request.now, question_id=question_id, meeting_id=meeting_id
        )
        return addresses.agenda_item(item_id)

    links = [Link("Meteen antwoord geven", addresses.table_question(question_id, "antwoord"))]
    if not ahead:
        links.append(Link("Overleg plannen", f"/overleg/tafels/{line.table_id}/plannen"))
    page = ActPage(
        title=f"Vraag van {line.asking_table}: {_name(line, found)}",
        button="Op de agenda zetten",
        done="De vraag staat op de agenda.",
        not_done="De vraag staat nog op geen agenda.",
        back=OVERVIEW,
        back_text="Overleg",
        consequences=(
            "Wie van de gemeente aan uw tafel zit, is meteen uitgenodigd bij een casus. Anderen nodigt u zelf uit.",
        ),
        facts=_facts(line, found),
        elsewhere=Elsewhere(_elsewhere(planned=bool(ahead)), tuple(links)),
        nav="overleg",
    )
    verdict = policy.may_answer_question(request.viewer, table_chair_id=line.table_chair_id)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@require_http_methods(["GET", "POST"])
@signed_in
def answer(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Answer what another table asks."""
    line = asking.question(request.viewer, question_id, now=request.now)
    form, found = AnswerForm(request.POST if request.method == "POST" else None), _about(request, line)

    def do(filled: dict[str, object]) -> str:
        discussed = filled["outcome"] == TableAnswer.Outcome.ANSWERED
        text = str(filled["text"])
        answer_question(actor=request.actor, now=request.now, question_id=question_id, discussed=discussed, text=text)
        return addresses.agenda_item(line.answering_item_id) if line.answering_item_id else OVERVIEW

    page = ActPage(
        title=f"Antwoord aan {line.asking_table}: {_name(line, found)}",
        button="Antwoord geven",
        done=f"{line.asking_table} heeft uw antwoord.",
        not_done="Uw antwoord is nog niet gegeven.",
        back=addresses.agenda_item(line.answering_item_id) if line.answering_item_id else OVERVIEW,
        back_text="Terug naar het punt" if line.answering_item_id else "Overleg",
        consequences=(
            f"{line.asking_table} leest dit bij het eigen punt"
            + (" en wie de casus leidt op de tijdlijn." if found else "."),
            "Een antwoord verandert daarna niet meer. U ziet de vraag dan alleen nog bij het punt op uw eigen agenda.",
        ),
        facts=_facts(line, found),
        nav="overleg",
    )
    verdict = policy.may_answer_question(request.viewer, table_chair_id=line.table_chair_id)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@require_http_methods(["GET", "POST"])
@signed_in
def withdraw(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Take a question to another table back."""
    line = asking.question(request.viewer, question_id, now=request.now)
    found = _about(request, line)

    def do(_filled: dict[str, object]) -> str:
        withdraw_question(actor=request.actor, now=request.now, question_id=question_id)
        return addresses.agenda_item(line.item_id)

    page = ActPage(
        title=f"Vraag intrekken: {line.table}",
        button="Vraag intrekken",
        done=f"U wacht niet meer op {line.table}.",
        not_done="De vraag staat nog open.",
        back=addresses.agenda_item(line.item_id),
        back_text="Terug naar het punt",
        consequences=(
            f"De voorzitter van {line.table} ziet de vraag vanaf nu niet meer.",
            "Staat het daar al op een agenda, dan blijft dat punt daar staan tot die voorzitter het weghaalt.",
        ),
        facts=_facts(line, found),
        nav="overleg",
    )
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    verdict = policy.may_withdraw_question(request.viewer, chair_ids=line.asking_chair_ids)
    return act_page(request, page, form, do, verdict=verdict, about=found)
