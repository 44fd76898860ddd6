"""A letter on one's own page, and its two files: each read is on record before it is shown."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.desk.selectors.own_page import own_letters
from houvast.kernel.errors import NotVisible
from houvast.letters.events import LETTER_DOWNLOADED, LETTER_READ
from houvast.letters.selectors.own_page import OwnLetter
from houvast.web import addresses
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.letter_look import PDF, TEXT, paper, pdf_file, text_file


@require_safe
@takes_part
def letter_page(request: ParticipantRequest, letter_id: UUID) -> HttpResponse:
    """Show somebody a letter to them."""
    letter = _find(request, letter_id)
    _on_record(request, LETTER_READ, letter)
    context = {
        "page": {"municipality": letter.content.sender},
        "paper": paper(letter.content),
        "pdf_url": addresses.own_letter(letter.id, PDF),
        "text_url": addresses.own_letter(letter.id, TEXT),
    }
    return _hidden(render(request, "mijn/brief.html", context))


@require_safe
@takes_part
def letter_pdf(request: ParticipantRequest, letter_id: UUID) -> HttpResponse:
    """Give it as an accessible PDF."""
    letter = _find(request, letter_id)
    answer = pdf_file(letter.content)
    _on_record(request, LETTER_DOWNLOADED, letter)
    return _hidden(answer)


@require_safe
@takes_part
def letter_text(request: ParticipantRequest, letter_id: UUID) -> HttpResponse:
    """Give it as plain text."""
    letter = _find(request, letter_id)
    _on_record(request, LETTER_DOWNLOADED, letter)
    return _hidden(text_file(letter.content))


def _find(request: ParticipantRequest, letter_id: UUID) -> OwnLetter:
    """Give a letter that stands on the page of the reader. Raises `NotVisible`."""
    found = own_letters(request.participant, now=request.now)
    letter = next((each for each in found if each.id == letter_id), None)
    if letter is None:
        raise NotVisible
    return letter


def _on_record(request: ParticipantRequest, event: Event, letter: OwnLetter) -> None:
    who = request.participant
    record_read(
        event,
        actor=who.actor,
        now=request.now,
        municipality=who.municipality_id,
        case=who.case_id,
        subject="letter",
        subject_id=letter.id,
    )


def _hidden(answer: HttpResponse) -> HttpResponse:
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
