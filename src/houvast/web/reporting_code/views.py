"""The reporting codes of a case, beginning one, and recording a step."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.contents import parts_seen, people
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.reporting_code import policy
from houvast.reporting_code.events import CODE_READ
from houvast.reporting_code.selectors import reading
from houvast.reporting_code.selectors.reading import CodeLine
from houvast.reporting_code.services.begin_reporting_code import begin_reporting_code
from houvast.reporting_code.services.record_reporting_step import record_reporting_step
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.own_path import START
from houvast.web.reporting_code.forms import BeginForm, StepForm
from houvast.web.reporting_code.looks import code_mark, step_mark

_WHO = "Alleen wie zorgnotities van deze casus mag lezen ziet dit, en wie een meldcode begon."


def _on_record(request: DoorRequest, found: FoundCase) -> None:
    band = found.band
    record_read(CODE_READ, actor=request.actor, now=request.now, municipality=band.municipality_id, case=band.case_id)


@require_safe
@signed_in
def overview(request: DoorRequest, code: str) -> HttpResponse:
    """Show the reporting codes of a case; it is not there for who may neither see nor begin any."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    case_id = found.band.case_id
    lines = reading.of_case(request.viewer, case_id, now=request.now)
    parts = parts_seen(request.viewer, case_id, now=request.now)
    may_begin = policy.may_begin(request.viewer, found.facts, parts).allowed
    if not lines and not may_begin:
        raise NotVisible
    _on_record(request, found)
    context = {
        "nav": "casussen",
        "back": addresses.case(found.band.code),
        "name": f"{found.band.name}, {found.band.code}",
        "who": _WHO,
        "codes": [code_mark(each, step_url=_step_url(request, found, each), now=request.now) for each in lines],
        "begin_url": addresses.case_act(found.band.code, "meldcode/beginnen") if may_begin else "",
    }
    return render(request, "meldcode/lijst.html", context)


def _step_url(request: DoorRequest, found: FoundCase, line: CodeLine) -> str:
    allowed = policy.may_record_step(request.viewer, found.facts, begun_by=line.begun_by_id).allowed
    return addresses.reporting_code_step(line.id) if allowed else ""


@signed_in
def begin(request: DoorRequest, code: str) -> HttpResponse:
    """Begin one about somebody of the case."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    case_id = found.band.case_id
    form, today = BeginForm(request.POST or None), in_amsterdam(request.now).date()
    seen = people(request.viewer, case_id, now=request.now, today=today)
    offer(
        form, "resident", [(str(each.resident.id), each.resident.name) for each in seen], nothing="Kies om wie het gaat"
    )
    page = ActPage(
        title="Meldcode beginnen",
        button="Meldcode beginnen",
        done="De meldcode is begonnen. Leg nu de eerste stap vast.",
        not_done="De meldcode is nog niet begonnen.",
        back=addresses.case_act(found.band.code, "meldcode"),
        back_text=f"Meldcode, {found.band.name}",
        intro="Bij signalen van huiselijk geweld of kindermishandeling. Is er nu gevaar? Bel 112, en dan Veilig Thuis.",
        consequences=(
            _WHO,
            "De meldcode staat open op uw Mijn werk en op dat van de casusregisseur, tot er is besloten.",
            "De persoon om wie het gaat, leest dit niet op een eigen pagina. Wat vastligt, verandert niet meer.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        begin_reporting_code(actor=request.actor, now=request.now, case_id=case_id, new=form.new())
        return page.back

    verdict = policy.may_begin(request.viewer, found.facts, parts_seen(request.viewer, case_id, now=request.now))
    return act_page(request, page, form, do, verdict=verdict, reading=lambda: _on_record(request, found))


@signed_in
def record_step(request: DoorRequest, code_id: UUID) -> HttpResponse:
    """Record a step; the decision ends it."""
    line, found = _find(request, code_id)
    form = StepForm(request.POST or None)
    page = ActPage(
        title="Stap van de meldcode vastleggen",
        button="Stap vastleggen",
        done="De stap staat vast.",
        not_done="De stap is nog niet vastgelegd.",
        back=addresses.case_act(found.band.code, "meldcode"),
        back_text=f"Meldcode, {found.band.name}",
        intro="De volgorde ligt niet vast. Voor het besluit zijn alle stappen gezet.",
        facts=(("Om wie", line.resident), ("Waarom", line.why), *(_fact(request, line))),
        consequences=(
            "Wat vastligt, verandert niet meer. Een stap mag u vaker zetten.",
            "Het gesprek mag u alleen overslaan als het niet veilig is. Schrijf op waarom.",
            "Met het besluit is de meldcode klaar. Zij blijft bij de casus staan.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        once = form.cleaned_data["once"]
        record_reporting_step(actor=request.actor, now=request.now, code_id=code_id, new=form.new(), step_id=once)
        return page.back if reading.one(request.viewer, code_id, now=request.now) else START

    verdict = policy.may_record_step(request.viewer, found.facts, begun_by=line.begun_by_id)
    return act_page(request, page, form, do, verdict=verdict, reading=lambda: _on_record(request, found))


def _fact(request: DoorRequest, line: CodeLine) -> tuple[tuple[str, str], ...]:
    marks = [step_mark(each, request.now) for each in line.steps]
    return tuple((mark.name, f"{mark.note}. {mark.words}") for mark in marks)


def _find(request: DoorRequest, code_id: UUID) -> tuple[CodeLine, FoundCase]:
    line = reading.one(request.viewer, code_id, now=request.now)
    found = bands.by_ids(request.viewer, [] if line is None else [line.case_id], now=request.now)
    if line is None or line.case_id not in found:
        raise NotVisible
    return line, found[line.case_id]
