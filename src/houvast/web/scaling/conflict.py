"""Somebody else was first: the clear message, where the case stands now, and everything that was typed."""

from django.http import HttpResponse
from django.shortcuts import render

from houvast.cases.selectors.bands import FoundCase
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Conflict
from houvast.web import addresses
from houvast.web.door import DoorRequest
from houvast.web.look import Link, phase_mark
from houvast.web.scaling.reading import record

CONFLICT = 409
_TYPED = {
    "reason": "Reden",
    "children": "Wat dit betekent voor de kinderen",
    "local_attempts": "Wat lokaal is geprobeerd",
    "heard": "Wie is gehoord",
    "told": "Wat de inwoner is verteld",
    "receiver_contact": "Wie het overneemt",
    "aftercare": "Wat er nog wordt gedaan",
    "signs": "Waaraan u merkt dat het weer misgaat",
    "text": "Wat u opschreef",
    "channel": "Hoe u het besluit kreeg",
    "document": "Document of zaaknummer",
}


def typed(request: DoorRequest) -> list[tuple[str, str, str]]:
    """Give the texts that were sent, each with the id and the label under which they stand to be copied."""
    sent = [(name, label, request.POST.get(name, "").strip()) for name, label in _TYPED.items()]
    return [(f"getypt-{name}", label, text) for name, label, text in sent if text]


def conflict_page(request: DoorRequest, found: FoundCase, conflict: Conflict) -> HttpResponse:
    """Show what came in between. Nothing was done; what was typed stands there to be copied."""
    record(request, found, "conflict")
    band = found.band
    context = {
        "nav": "casussen",
        "message": conflict.message,
        "phase": phase_mark(band.phase),
        "is_closed": band.is_closed,
        "since": moment(band.since, request.now),
        "typed": typed(request),
        "back": Link(f"{band.name}, {band.code}", addresses.case(band.code)),
        "again": Link("Op- of afschalen", addresses.case_act(band.code, "schalen")),
    }
    return render(request, "schalen/intussen.html", context, status=CONFLICT)
