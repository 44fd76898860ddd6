"""The letters of a case, one of them, and its two files: PDF for paper and a screen reader, and plain text."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.cases.selectors.bands import case_by_code
from houvast.kernel.dutch_dates import moment, whole
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.letters.events import LETTER_DOWNLOADED, LETTER_READ, LETTERS_LISTED
from houvast.letters.selectors.composing import may_write
from houvast.letters.selectors.reading import LetterLine, of_case
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.letter_look import PDF, TEXT, paper, pdf_file, text_file
from houvast.web.letters.finding import find
from houvast.web.letters.words import letter_mark


@require_safe
@signed_in
def letters(request: DoorRequest, code: str) -> HttpResponse:
    """Show the letters of a case, to who reads any of them or may make one."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    lines = of_case(request.viewer, found.band.case_id, now=request.now)
    may_make = may_write(request.viewer, found.band.case_id, found.facts, now=request.now).allowed
    if not lines and not may_make:
        raise NotVisible
    record_read(
        LETTERS_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
    )
    context = {
        "nav": "casussen",
        "case_name": found.band.name,
        "case_url": addresses.case(found.band.code),
        "add_url": addresses.case_act(found.band.code, "brieven/nieuw") if may_make else "",
        "letters": [letter_mark(line, request.now) for line in lines],
    }
    return render(request, "brieven/lijst.html", context)


@require_safe
@signed_in
def letter_page(request: DoorRequest, letter_id: UUID) -> HttpResponse:
    """Show a letter as it was made."""
    found, line = find(request, letter_id)
    _on_record(request, LETTER_READ, line)
    may_record = line.sent_on is None and may_write(request.viewer, line.case_id, found.facts, now=request.now).allowed
    facts = (
        ("Soort", word_for(line.kind)),
        ("Hoe", word_for(line.way)),
        ("Gemaakt", f"{line.by}, {line.organisation}, {moment(line.made_at, request.now)}"),
        ("Verstuurd of gegeven", whole(line.sent_on, in_amsterdam(request.now).date()) if line.sent_on else "nog niet"),
        ("Waarom die dit mag weten", line.content.ground_words),
    )
    context = {
        "nav": "casussen",
        "back": addresses.case_act(found.band.code, "brieven"),
        "case_name": found.band.name,
        "paper": paper(line.content),
        "facts": [fact for fact in facts if fact[1]],
        "pdf_url": addresses.letter(line.id, PDF),
        "text_url": addresses.letter(line.id, TEXT),
        "sent_url": addresses.letter(line.id, "verstuurd/") if may_record else "",
    }
    return render(request, "brieven/brief.html", context)


@require_safe
@signed_in
def letter_pdf(request: DoorRequest, letter_id: UUID) -> HttpResponse:
    """Give a letter as an accessible PDF."""
    _, line = find(request, letter_id)
    answer = pdf_file(line.content)
    _on_record(request, LETTER_DOWNLOADED, line)
    return answer


@require_safe
@signed_in
def letter_text(request: DoorRequest, letter_id: UUID) -> HttpResponse:
    """Give a letter as plain text."""
    _, line = find(request, letter_id)
    _on_record(request, LETTER_DOWNLOADED, line)
    return text_file(line.content)


def _on_record(request: DoorRequest, event: Event, line: LetterLine) -> None:
    record_read(
        event,
        actor=request.actor,
        now=request.now,
        municipality=line.municipality_id,
        case=line.case_id,
        subject="letter",
        subject_id=line.id,
    )
