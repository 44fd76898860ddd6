"""What was shared with whom: the list of a case, one disclosure, the text for the resident, and what went on paper."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, by_ids, case_by_code
from houvast.directory.selectors_functions import function_names
from houvast.kernel.dutch_dates import exact, whole
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing import events, policy
from houvast.sharing.rules.content import OF_A_HOUSE, DisclosureState, TurnState, Way
from houvast.sharing.rules.letter import LetterFacts, letter
from houvast.sharing.rules.wording import for_resident
from houvast.sharing.selectors.consents import consents_of
from houvast.sharing.selectors.disclosures import DisclosureLine, by_id, of_case
from houvast.sharing.selectors.offered import offered
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, Act, Link
from houvast.web.sharing.ground_forms import capital
from houvast.web.sharing.look import consent_row, facts, history, shared_row

_GOING_ON = (DisclosureState.RUNNING, DisclosureState.WAITING)


@require_safe
@signed_in
def shared_of_case(request: DoorRequest, code: str) -> HttpResponse:
    """Show what was shared from a case, and which consents there are, for who leads it and who shared something."""
    viewer, now = request.viewer, request.now
    found = case_by_code(viewer, code.upper(), now=now)
    case_id = found.band.case_id
    if Part.SHARED not in contents.parts_seen(viewer, case_id, now=now):
        raise NotVisible
    lines = of_case(viewer, case_id, now=now)
    consents = consents_of(viewer, case_id, now=now)
    _record(request, events.READ, case_id, found.band.municipality_id, None, disclosures=len(lines))
    leads = policy.directs(viewer, found.facts)
    has_own = leads or not offered(viewer, found.facts, case_id, now=now).is_empty
    may_share = policy.may_share(viewer, found.facts, has_own=has_own)
    context = {
        "nav": "casussen",
        "back": Link(f"{found.band.name}, {found.band.code}", addresses.case(found.band.code)),
        "rows": [shared_row(each, now) for each in lines],
        "leads": leads,
        "consents": [consent_row(each, now, may_withdraw=leads) for each in consents],
        "share_url": addresses.case_act(found.band.code, "delen") if may_share.allowed else "",
        "consent_url": addresses.case_act(found.band.code, "toestemming")
        if policy.may_record_consent(viewer, found.facts).allowed
        else "",
    }
    return render(request, "delen/gedeeld.html", context)


def find(request: DoorRequest, disclosure_id: UUID) -> tuple[DisclosureLine, FoundCase]:
    """Give a disclosure with its case. Raises `NotVisible`."""
    line = by_id(request.viewer, disclosure_id, now=request.now)
    found = by_ids(request.viewer, [line.case_id], now=request.now).get(line.case_id)
    if found is None:
        raise NotVisible
    return line, found


@require_safe
@signed_in
def shared(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Show one disclosure: the answer, and for who may read it why."""
    line, found = find(request, disclosure_id)
    _record(request, events.READ, line.case_id, found.band.municipality_id, line.id)
    context = {
        "nav": "casussen",
        "back": Link(f"Wat is gedeeld, {found.band.name}", addresses.case_act(found.band.code, "gedeeld")),
        "title": _title(line),
        "line": line,
        "facts": facts(line, _people(request, line), request.now, seconding=_seconding(line, found)),
        "history": history(line, request.now),
        "acts": _acts(request, line, found),
        "letter_url": f"/gedeeld/{line.id}/brief/" if line.content and line.went else "",
        "paper_url": f"/gedeeld/{line.id}/papier/" if line.went and line.content and line.content.paper else "",
    }
    return render(request, "delen/deling.html", context)


def _title(line: DisclosureLine) -> str:
    """Say in one line what the page is about: for the receiver that it is theirs."""
    if line.content is None:
        return "Gedeeld met u" if line.way is not Way.ORGANISATION else f"Gedeeld met {line.receiver}"
    return f"Gedeeld met {line.receiver}" if line.went else f"Delen met {line.receiver}"


def _seconding(line: DisclosureLine, found: FoundCase) -> str:
    """Say who approves it, while it waits."""
    if line.state is not DisclosureState.WAITING:
        return ""
    names = function_names(found.band.municipality_id) if line.second_by else {}
    return capital(names.get(line.second_by, "wie ook de casus of het proces leidt"))


def _people(request: DoorRequest, line: DisclosureLine) -> tuple[str, ...]:
    today = in_amsterdam(request.now).date()
    people = contents.people(request.viewer, line.case_id, now=request.now, today=today)
    return tuple(each.resident.name for each in people if each.resident.id in line.about)


def _acts(request: DoorRequest, line: DisclosureLine, found: FoundCase) -> tuple[Act, ...]:
    if line.content is None:
        return ()
    viewer, made = request.viewer, []
    second = policy.may_answer_disclosure(viewer, found.facts, asked_by=line.by_id, second_by=line.second_by)
    if line.state is DisclosureState.WAITING and second.allowed:
        made.append(Act("Goedkeuren of weigeren", f"/gedeeld/{line.id}/antwoord/", PRIMARY))
    if policy.may_withdraw_disclosure(viewer, found.facts, shared_by=line.by_id).allowed:
        if line.told_on is None and line.state is DisclosureState.RUNNING:
            made.append(Act("Vastleggen wat de inwoner weet", f"/gedeeld/{line.id}/vertellen/", SECONDARY))
        if line.state in _GOING_ON and line.way not in OF_A_HOUSE:
            made.append(Act("Intrekken", f"/gedeeld/{line.id}/intrekken/", SECONDARY))
    return tuple(made)


def _went(request: DoorRequest, disclosure_id: UUID) -> tuple[DisclosureLine, FoundCase]:
    """Give a disclosure of which the viewer may read all, and that was given. Raises `NotVisible`."""
    line, found = find(request, disclosure_id)
    if line.content is None or not line.went:
        raise NotVisible
    return line, found


def _on(day: date) -> str:
    """Give a day in whole words with its year: a letter is read again later."""
    return whole(day, date.min)


@require_safe
@signed_in
def resident_letter(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Show the text for the resident, to print or to read out."""
    line, found = _went(request, disclosure_id)
    withdrawn = next((each.at for each in line.turns if each.state is TurnState.WITHDRAWN), None)
    told = LetterFacts(
        about=", ".join(_people(request, line)) or "de mensen om wie deze casus gaat",
        what=for_resident(line.parts, line.notes),
        receiver=line.receiver,
        organisation=line.organisation,
        purpose=line.purpose,
        law=line.law,
        on=_on(in_amsterdam(line.begun_at).date()),
        until=_on(line.until_on) if line.until_on else "",
        municipality=found.band.municipality,
        withdrawn_on=_on(in_amsterdam(withdrawn).date()) if withdrawn else "",
        relies_on_consent=bool(line.consents),
        keeps=line.is_on_paper,
    )
    return _sheet(request, line, found, "Wij deelden iets over u", letter(told))


@require_safe
@signed_in
def on_paper(request: DoorRequest, disclosure_id: UUID) -> HttpResponse:
    """Show what went on paper, word for word, to print."""
    line, found = _went(request, disclosure_id)
    if not (line.content and line.content.paper):
        raise NotVisible
    until = f"Bewaar dit niet langer dan {exact(line.until_on)}. Geef het niet door." if line.until_on else ""
    words = [(heading, text) for heading, text in line.content.paper]
    sections = (*words, ("Waarvoor, en op welke grond", f"{line.purpose}. {line.law}."), ("Let op", until))
    return _sheet(request, line, found, f"Voor {line.receiver}, {line.organisation}", sections)


def _sheet(
    request: DoorRequest, line: DisclosureLine, found: FoundCase, title: str, sections: tuple[tuple[str, str], ...]
) -> HttpResponse:
    _record(request, events.PRINTED, line.case_id, found.band.municipality_id, line.id)
    context = {
        "nav": "casussen",
        "back": Link(f"Gedeeld met {line.receiver}", f"/gedeeld/{line.id}/"),
        "title": title,
        "sections": sections,
        "municipality": found.band.municipality,
    }
    return render(request, "delen/blad.html", context)


def _record(
    request: DoorRequest, event: Event, case_id: UUID, municipality_id: UUID, subject_id: UUID | None, **details: int
) -> None:
    match = request.resolver_match
    record_read(
        event,
        actor=request.actor,
        now=request.now,
        municipality=municipality_id,
        case=case_id,
        subject="disclosure" if subject_id else "",
        subject_id=subject_id,
        details={**details, "page": match.route if match else ""},
    )
