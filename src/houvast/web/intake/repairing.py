"""Rows of lists that could not be used: correct them, or put them aside with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.intake import events, policy
from houvast.intake.rules.mapping import Field
from houvast.intake.selectors.repairs import RepairLine, repair_line, repair_list
from houvast.intake.services.correct_row import correct_row
from houvast.intake.services.dismiss_row import dismiss_row
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import Refused
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake.forms import ReasonForm, RowForm

LIST = "/signalen/herstellen/"
_TO_LIST = "Te herstellen"


@dataclass(frozen=True, slots=True)
class RepairLook:
    """A row that waits: which line of which list, and what is wrong with it."""

    row: int
    column: str
    reason: str
    read: str
    whose: str
    url: str


@require_safe
@signed_in
def rows(request: DoorRequest) -> HttpResponse:
    """Show the rows that wait, the oldest list first."""
    verdict = policy.may_repair(request.viewer, request.viewer.municipality_id)
    if not verdict.allowed:
        raise Refused(verdict)
    found = repair_list(request.viewer)
    record_read(
        events.REPAIR_ROWS_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": len(found.lines)},
    )
    context = {
        "nav": "signalen",
        "rows": tuple(_look(request, each) for each in found.lines),
        "waiting": found.waiting,
    }
    return render(request, "signalen/herstellen.html", context)


def _look(request: DoorRequest, line: RepairLine) -> RepairLook:
    return RepairLook(
        row=line.row,
        column=line.column,
        reason=line.reason,
        read=moment(line.read_at, request.now),
        whose="" if not line.of_nobody else "Nog onbekend van wie",
        url=addresses.repair_row(line.id),
    )


def _find(request: DoorRequest, row_id: UUID) -> RepairLine:
    found = repair_line(request.viewer, row_id)
    record_read(
        events.REPAIR_ROWS_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        subject="repair_row",
        subject_id=row_id,
    )
    return found


def _facts(request: DoorRequest, line: RepairLine) -> tuple[tuple[str, str], ...]:
    return (
        ("Wat er mis is", f"{line.column}: {line.reason}"),
        ("Lijst", f"regel {line.row}, ingelezen {moment(line.read_at, request.now)}"),
    )


@signed_in
def correct(request: DoorRequest, row_id: UUID) -> HttpResponse:
    """Correct a row: it becomes a concern as if it had come so."""
    found = _find(request, row_id)
    cells = {cell.field: cell.text for cell in found.cells}
    form = RowForm(request.POST if request.method == "POST" else None, cells)
    page = ActPage(
        title="Regel herstellen",
        button="Regel herstellen",
        done="De regel is hersteld en staat bij de signalen.",
        not_done="Nog niet hersteld.",
        back=LIST,
        back_text=_TO_LIST,
        facts=_facts(request, found),
        consequences=(
            "De regel wordt een signaal en komt in de wachtrij van de gemeente die erin staat.",
            "Is het signaal al bekend, dan komt het er niet nog een keer bij.",
            "De regel verdwijnt uit deze lijst.",
        ),
        template="signalen/regel.html",
        nav="signalen",
    )

    def do(data: dict[str, object]) -> str:
        correct_row(actor=request.actor, now=request.now, row_id=row_id, cells=_changed(data, cells))
        return LIST

    return act_page(request, page, form, do)


def _changed(data: Mapping[str, object], cells: Mapping[Field, str]) -> dict[Field, str]:
    """Give the cells with other text than they came with."""
    return {field: str(data[field.value]) for field, text in cells.items() if str(data[field.value]) != text.strip()}


@signed_in
def dismiss(request: DoorRequest, row_id: UUID) -> HttpResponse:
    """Put a row aside, with the reason why nobody needs it."""
    found = _find(request, row_id)
    page = ActPage(
        title="Regel wegleggen",
        button="Regel wegleggen",
        done="De regel is weggelegd.",
        not_done="Nog niet weggelegd.",
        back=LIST,
        back_text=_TO_LIST,
        facts=_facts(request, found),
        consequences=(
            "Wat er in de regel stond, wordt gewist. Uw reden blijft.",
            "Staat dezelfde regel in een volgende lijst, dan komt hij hier niet terug.",
        ),
        nav="signalen",
    )

    def do(data: dict[str, object]) -> str:
        dismiss_row(actor=request.actor, now=request.now, row_id=row_id, reason=str(data["reason"]))
        return LIST

    return act_page(request, page, ReasonForm(request.POST or None), do)
