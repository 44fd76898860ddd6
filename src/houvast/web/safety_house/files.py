"""The house's side: its list of files, and one file."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.desk.rules.work import term
from houvast.directory.selectors_houses import houses_of
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import policy
from houvast.safety_house.events import FILE_READ, FILES_LISTED
from houvast.safety_house.models import FileAccess
from houvast.safety_house.rules.content import ReferralStanding
from houvast.safety_house.selectors.files import FileLine, FilePage, Participant, file_page, listed
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, Act
from houvast.web.safety_house.look import Part, answer_words, asked_words, piece_words, return_words, told

MOST_FILES = 100


@require_safe
@signed_in
def file_list(request: DoorRequest) -> HttpResponse:
    """List the files that the viewer sees: what waits for an answer first."""
    lines = listed(request.viewer, now=request.now, most=MOST_FILES + 1)
    record_read(
        FILES_LISTED,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": len(lines)},
    )
    own = houses_of(request.viewer.organisation_id, now=request.now)
    rows = [(each, addresses.house_file(each.id), *_standing(request, each)) for each in lines[:MOST_FILES]]
    context = {
        "nav": "zvh",
        "rows": rows,
        "more": len(lines) > MOST_FILES,
        "criteria_url": "".join(addresses.criteria(each) for each in own),
    }
    return render(request, "zvh/dossiers.html", context)


def _standing(request: DoorRequest, line: FileLine) -> tuple[str, str]:
    """Say how a file stands, and by when or since when."""
    if line.standing is ReferralStanding.ASKED:
        left, exact, _ = term(line.answer_before, request.now)
        return f"{word_for(line.standing)}, {left}", exact
    today = in_amsterdam(request.now).date()
    return word_for(line.standing), f"aangemeld {short(in_amsterdam(line.opened_at).date(), today)}"


def record_file(request: DoorRequest, file_id: UUID) -> None:
    """Put on record that somebody reads something of a file, before it is shown."""
    record_read(FILE_READ, actor=request.actor, now=request.now, subject="house_file", subject_id=file_id)


@require_safe
@signed_in
def file(request: DoorRequest, file_id: UUID) -> HttpResponse:
    """Show one file: what was asked and shared, what the house answered, who takes part, and the notes."""
    page = file_page(request.viewer, file_id, now=request.now)
    record_file(request, file_id)
    directs = policy.may_direct(request.viewer, page.facts).allowed
    today = in_amsterdam(request.now).date()
    context = {
        "nav": "zvh",
        "line": page.line,
        "closed": page.returned is not None,
        "standing": _standing(request, page.line)[0],
        "keep_until": short(page.line.keep_until, today),
        "acts": _acts(request, page),
        "parts": _parts(request, page),
        "people": [_person(each, file_id, directs=directs) for each in page.participants],
        "let_in_url": addresses.house_file(file_id, "deelnemer") if directs else "",
        "note_url": addresses.house_file(file_id, "notitie") if policy.may_write(page.facts).allowed else "",
        "notes": [
            (f"{each.author}, {each.organisation}, {moment(each.written_at, request.now)}", each.text)
            for each in page.notes
        ],
    }
    return render(request, "zvh/dossier.html", context)


def _acts(request: DoorRequest, page: FilePage) -> tuple[Act, ...]:
    file_id = page.line.id
    if policy.may_answer(request.viewer, page.facts).allowed:
        return (Act("Antwoord geven", addresses.house_file(file_id, "antwoord"), PRIMARY),)
    if policy.may_direct(request.viewer, page.facts).allowed:
        return (Act("Terug naar de gemeente", addresses.house_file(file_id, "terug"), SECONDARY),)
    return ()


def _parts(request: DoorRequest, page: FilePage) -> tuple[Part, ...]:
    knows = told(page.told_on, page.tell_before, page.content.told, request.now)
    found = [Part("vraag", "De vraag", page.by, asked_words(page.content, page.criteria, page.legal_ground, knows))]
    found.append(
        Part("stukken", "Wat de gemeente deelde", "Meer van de casus is er hier niet.", piece_words(page.pieces))
    )
    if page.answer is not None:
        found.insert(0, Part("antwoord", "Ons antwoord", "", answer_words(page.answer)))
    if page.returned is not None:
        found.insert(0, Part("terug", "Terug naar de gemeente", "", return_words(page.returned)))
    return tuple(found)


def _person(each: Participant, file_id: UUID, *, directs: bool) -> tuple[str, str, str]:
    """Give name, what somebody is to the file, and where it is ended."""
    ends = directs and each.relation == FileAccess.Relation.PARTICIPANT
    what = word_for(FileAccess.Relation(each.relation))
    name = each.name or f"Iedereen bij {each.organisation}"
    note = f"{what}, {each.organisation}" if each.name else what
    return name, note, addresses.house_file(file_id, f"deelnemer/{each.id}/beeindigen") if ends else ""
