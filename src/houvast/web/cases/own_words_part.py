"""What people wrote on their own page, as the case page prints it; and saying that one read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_POST

from houvast.cases import policy
from houvast.cases.rules.asking_resident import LONGEST_QUESTION
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.contents import people
from houvast.cases.selectors.own_words import newest_of
from houvast.cases.selectors.resident_questions import OpenQuestion
from houvast.cases.services.ask_resident import ask_resident
from houvast.cases.services.read_own_words import read_own_words
from houvast.desk.selectors.case_page import CasePage
from houvast.desk.selectors.wish_work import in_short
from houvast.kernel.dutch_dates import moment
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, long_text, needed, offer
from houvast.web.look import Link
from houvast.web.own_words_look import WordsLook, WordsMark, seen_words, words_look, words_marks


@dataclass(frozen=True, slots=True)
class OwnWordsLook:
    """What waits to be read, above everything, with where one says that it was read; and the rest, beside the plan."""

    unread: tuple[WordsMark, ...]
    seen: int
    read_url: str
    rest: WordsLook
    asked: tuple[str, ...]
    wishes: tuple[Link, ...]


def own_words_look(page: CasePage, *, now: datetime) -> OwnWordsLook:
    """Give what people wrote."""
    rest = tuple(each for each in page.words if each not in page.unread)
    return OwnWordsLook(
        unread=words_marks(reversed(page.unread), now),
        seen=newest_of(page.unread),
        read_url=addresses.case_act(page.found.band.code, "eigen-woorden/gelezen"),
        rest=words_look(rest, seen=newest_of(rest), now=now),
        asked=tuple(
            f"{each.by} vroeg {each.resident}, {moment(each.at, now)}: {each.question}" for each in page.asked.questions
        ),
        wishes=tuple(Link(in_short(each), addresses.wish(page.found.band.code, each.id)) for each in page.asked.wishes),
    )


def _asked(each: OpenQuestion, now: datetime) -> str:
    return f"{each.by} vroeg {each.resident}, {moment(each.at, now)}: {each.question}"


@require_POST
@signed_in
def read(request: DoorRequest, code: str) -> HttpResponse:
    """Put on record that who leads read it, up to the last that stood there."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    seen = seen_words(request)
    read_own_words(actor=request.actor, now=request.now, case_id=found.band.case_id, seen_words=seen)
    messages.success(request, "Vastgelegd dat u dit las. Wie het schreef, ziet dat.")
    return HttpResponseRedirect(addresses.case(found.band.code))


class AskForm(forms.Form):
    """Whom, and what."""

    resident = needed(choice("Aan wie?"), "Kies aan wie u dit vraagt.")
    question = needed(
        long_text("Uw vraag", most=LONGEST_QUESTION, help_text="Eén vraag, kort en in gewone woorden."),
        "Schrijf eerst uw vraag op.",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def ask(request: DoorRequest, code: str) -> HttpResponse:
    """Ask a resident something on their own page."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_work_in(request.viewer, found.facts)
    form, case_id = AskForm(request.POST or None), found.band.case_id
    today = in_amsterdam(request.now).date()
    persons = people(request.viewer, case_id, now=request.now, today=today) if verdict.allowed else ()
    offer(form, "resident", [(str(each.resident.id), each.resident.name) for each in persons])
    page = ActPage(
        title="De inwoner iets vragen",
        button="Vraag stellen",
        done="De vraag staat op de eigen pagina.",
        not_done="De vraag is nog niet gesteld.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        consequences=(
            "De vraag staat als eerste op de eigen pagina van deze inwoner en van wie die vertegenwoordigt.",
            "Het antwoord komt terug in eigen woorden, bovenaan de casus. Antwoorden hoeft niet.",
            "Heeft niemand van hen een eigen pagina? Dan leest niemand dit. Vraag het dan zelf.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        resident_id, question = UUID(str(data["resident"])), str(data["question"])
        actor, now = request.actor, request.now
        ask_resident(actor=actor, now=now, case_id=case_id, resident_id=resident_id, question=question)
        return page.back

    return act_page(request, page, form, do, verdict=verdict, about=found)
