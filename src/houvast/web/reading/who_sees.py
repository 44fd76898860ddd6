"""The table of who sees what, for everybody to read; an administrator closes cells of it."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.cases import policy
from houvast.cases.rules.matrix import MATRIX, Cell, Part, Relation, may_be_closed
from houvast.cases.selectors.shielding import Closed, closed_cells
from houvast.cases.services.close_cell import MOST_WORDS, close_cell
from houvast.cases.services.open_cell import open_cell
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import long_text, offer

ADDRESS = "/wie-ziet-wat/"
WHEN = {
    Cell.ALWAYS: "Altijd",
    Cell.FROM_PHASE_3: "Vanaf fase 3",
    Cell.CARE_GROUND: "Met een grond voor zorg",
    Cell.AGREED: "Als de afspraak het noemt",
}
_BETWEEN = ":"


@dataclass(frozen=True, slots=True)
class ClosedMark:
    """A part that is closed to a relation. `open_url` is empty for who may not open it."""

    part: str
    note: str
    open_url: str


@dataclass(frozen=True, slots=True)
class RelationMark:
    """What one relation sees: when, and which parts then; and what the municipality closed."""

    anchor: str
    name: str
    lines: tuple[tuple[str, str], ...]
    closed: tuple[ClosedMark, ...]


class CloseCellForm(forms.Form):
    """Which cell, and why."""

    cell = forms.ChoiceField(label="Welk vak?")
    why = long_text(
        "Waarom?",
        required=True,
        rows=3,
        help_text=f"Iedereen in uw gemeente leest dit. Schrijf geen namen op. Hooguit {MOST_WORDS} tekens.",
    )


@require_safe
@signed_in
def table(request: DoorRequest) -> HttpResponse:
    """Show what each relation sees."""
    municipality_id = request.viewer.municipality_id
    shut = closed_cells(municipality_id) if municipality_id else ()
    manages = municipality_id is not None and policy.may_set_up(request.viewer, municipality_id).allowed
    context = {
        "nav": "",
        "relations": [_mark(relation, shut, request, manages=manages) for relation in MATRIX],
        "close_url": f"{ADDRESS}sluiten/" if manages else "",
    }
    return render(request, "lezen/wie_ziet_wat.html", context)


def _mark(relation: Relation, shut: Collection[Closed], request: DoorRequest, *, manages: bool) -> RelationMark:
    own = [each for each in shut if each.relation is relation]
    away = {each.part for each in own}
    seen = {
        cell: [word_for(part) for part, each in MATRIX[relation].items() if each is cell and part not in away]
        for cell in Cell
    }
    return RelationMark(
        anchor=relation.value,
        name=_with_capital(word_for(relation)),
        lines=tuple((WHEN[cell], ", ".join(parts)) for cell, parts in seen.items() if parts),
        closed=tuple(
            ClosedMark(
                part=word_for(each.part),
                note=f"{each.why} (sinds {moment(each.since, request.now)})",
                open_url=f"{ADDRESS}openen/{each.id}/" if manages else "",
            )
            for each in own
        ),
    )


def _with_capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _municipality(request: DoorRequest) -> UUID:
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set_up(request.viewer, municipality_id).allowed:
        raise NotVisible
    return municipality_id


def _page(title: str, button: str, done: str, *consequences: str) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Nog niet gedaan.",
        back=ADDRESS,
        back_text="Wie ziet wat",
        consequences=consequences,
        nav="beheer",
    )


@signed_in
def close(request: DoorRequest) -> HttpResponse:
    """Close a cell."""
    municipality_id = _municipality(request)
    shut = {(each.relation, each.part) for each in closed_cells(municipality_id)}
    form = CloseCellForm(request.POST or None)
    groups = [(_with_capital(word_for(each)), _offered(each, parts, shut)) for each, parts in MATRIX.items()]
    offer(form, "cell", [(name, offered) for name, offered in groups if offered])
    page = _page(
        "Vak sluiten",
        "Vak sluiten",
        "Het vak is gesloten.",
        "Wie die rol heeft, ziet dit deel in geen enkele casus van uw gemeente meer. Dat geldt meteen.",
        "Ziet iemand het ook door een andere rol, dan blijft dat zo.",
        "U kunt vakken alleen dichtzetten. Meer laten zien dan de tabel kan niet.",
        "Uw reden staat bij de tabel, voor iedereen in uw gemeente.",
    )

    def do(data: dict[str, object]) -> str:
        relation, _, part = str(data["cell"]).partition(_BETWEEN)
        close_cell(
            actor=request.actor,
            now=request.now,
            municipality_id=municipality_id,
            relation=Relation(relation),
            part=Part(part),
            why=str(data["why"]),
        )
        return f"{ADDRESS}#{relation}"

    return act_page(request, page, form, do)


def _offered(
    relation: Relation, parts: Collection[Part], shut: Collection[tuple[Relation, Part]]
) -> list[tuple[str, str]]:
    possible = [part for part in parts if may_be_closed(relation, part) and (relation, part) not in shut]
    return [(f"{relation}{_BETWEEN}{part}", word_for(part)) for part in possible]


@signed_in
def open_again(request: DoorRequest, cell_id: UUID) -> HttpResponse:
    """Open a cell again."""
    municipality_id = _municipality(request)
    cell = next((each for each in closed_cells(municipality_id) if each.id == cell_id), None)
    if cell is None:
        raise NotVisible
    form = forms.Form(request.POST if request.method == "POST" else None)
    page = _page(
        f"{_with_capital(word_for(cell.part))} weer laten zien",
        "Vak openen",
        "Het vak is weer open.",
        f"Wie deze rol heeft ({word_for(cell.relation)}), ziet dit deel weer zoals de tabel van Houvast het zegt.",
        "Dat het dicht was, en waarom, blijft bewaard.",
    )

    def do(_: dict[str, object]) -> str:
        open_cell(actor=request.actor, now=request.now, municipality_id=municipality_id, cell_id=cell_id)
        return f"{ADDRESS}#{cell.relation}"

    return act_page(request, page, form, do)
