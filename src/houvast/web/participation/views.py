"""Who has an own page in a case, for who leads it."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.bands import case_by_code
from houvast.integrations.code_sender import code_sender
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Refused
from houvast.kernel.terms import word_for
from houvast.participation import policy
from houvast.participation.selectors.of_case import ParticipantLine, participants_of
from houvast.web import addresses
from houvast.web.door import DoorRequest, signed_in
from houvast.web.participation import withholding
from houvast.web.participation.paper import PDF, TEXT


@dataclass(frozen=True, slots=True)
class ParticipantMark:
    """Somebody with an own page, ready to print. The addresses are "" when it has ended, or shows nothing now."""

    name: str
    note: str
    state: str
    code_url: str
    end_url: str
    pdf_url: str
    text_url: str


@require_safe
@signed_in
def overview(request: DoorRequest, code: str) -> HttpResponse:
    """Show who has an own page, and whether it works."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_let_take_part(request.viewer, found.facts)
    if not verdict.allowed:
        raise Refused(verdict)
    band = found.band
    lines = participants_of(request.viewer, band.case_id, now=request.now)
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=band.municipality_id,
        case=band.case_id,
        details={"page": "own_page"},
    )
    context = {
        "nav": "casussen",
        "back": addresses.case_act(band.code, "mensen"),
        "back_text": f"Mensen rond {band.name}",
        "give_url": addresses.own_pages(band.code, "geven/"),
        "participants": [_mark(each, band.code, request) for each in lines],
        "withheld": withholding.marks(found, request),
        "withhold_url": addresses.own_pages(band.code, "weglaten/"),
        "may_withhold": policy.may_withhold(request.viewer, found.facts).allowed,
        "sends_codes": code_sender() is not None,
    }
    return render(request, "deelname/overzicht.html", context)


def _mark(line: ParticipantLine, code: str, request: DoorRequest) -> ParticipantMark:
    what = word_for(line.capacity) if line.capacity else word_for(line.kind)
    note = f"{what}, over {line.about}, sinds {moment(line.since, request.now)}"
    state = line.why_not
    if not state and not line.has_code:
        state = "Op papier: er was geen mobiel nummer bekend."
    if not state and line.waits_until:
        state = f"Nog niet gebruikt. De code werkt tot {moment(line.waits_until, request.now)}."
        if line.waits_until <= request.now:
            state = "De code is niet op tijd gebruikt. Maak een nieuwe."
    base = addresses.own_pages(code, f"{line.id}/")
    return ParticipantMark(
        name=line.name,
        note=note,
        state=state or "Werkt.",
        code_url="" if line.has_ended or not line.has_code else f"{base}code/",
        end_url="" if line.has_ended else f"{base}beeindigen/",
        pdf_url="" if line.why_not else f"{base}{PDF}",
        text_url="" if line.why_not else f"{base}{TEXT}",
    )
