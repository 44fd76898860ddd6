"""Managing tables: the list, a table with who sits there, and what changes it."""

from dataclasses import replace
from datetime import time
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.consultation.models import ConsultationTable
from houvast.consultation.selectors.meetings import PlaceLine, managed_place, managed_table, managed_tables
from houvast.consultation.services.join_table import join_table
from houvast.consultation.services.leave_table import leave_table
from houvast.consultation.services.set_table import TableSetting, set_table
from houvast.directory.selectors import partner_organisations, workers_for
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.consultation.forms import ConfirmForm, PlaceForm, TableForm
from houvast.web.consultation.looks import TableMark, table_mark
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer

LIST = "/beheer/tafels/"


@require_safe
@signed_in
def table_list(request: DoorRequest) -> HttpResponse:
    """List the tables of the municipality."""
    found = managed_tables(request.viewer, now=request.now)
    rows: tuple[tuple[TableMark, str], ...] = tuple(
        (table_mark(each, may_plan=False), addresses.table(each.id)) for each in found
    )
    return render(request, "overleg/tafels.html", {"nav": "beheer", "rows": rows})


@require_safe
@signed_in
def table_page(request: DoorRequest, table_id: UUID) -> HttpResponse:
    """Show a table with who sits there."""
    page = managed_table(request.viewer, table_id)
    today = in_amsterdam(request.now).date()
    places = tuple(_place(each, short(in_amsterdam(each.since).date(), today)) for each in page.places)
    context = {
        "nav": "beheer",
        "name": page.table.name,
        "ground": page.table.legal_ground,
        "facts": _facts(page.table),
        "places": places,
        "change": addresses.table(table_id, "instellen"),
        "join": addresses.table(table_id, "erbij"),
        "plan": f"/overleg/tafels/{table_id}/plannen",
    }
    return render(request, "overleg/tafel.html", context)


def _facts(table: ConsultationTable) -> str:
    """Say in one line who leads a table, when and where it meets, and about what."""
    phases = f"alleen AVE {', '.join(str(each) for each in table.phases)}" if table.phases else "alle fasen"
    closes = f"agenda dicht {table.cutoff_days} dagen vooraf" if table.cutoff_days else "agenda dicht op de dag zelf"
    times = f"{table.usual_start:%H.%M} uur, {table.usual_minutes} minuten"
    unused = "" if table.active else "niet meer in gebruik"
    parts = (f"Voorzitter {table.chair.name}", table.rhythm, times, table.place, closes, phases, unused)
    return " · ".join(part for part in parts if part)


def _place(each: PlaceLine, since: str) -> tuple[str, str, str]:
    who = each.member or each.organisation
    detail = each.organisation if each.member else "organisatie zonder vaste persoon"
    return who, f"{detail}, sinds {since}", f"{LIST}plaatsen/{each.id}/beeindigen"


def _form(request: DoorRequest, municipality_id: UUID, initial: dict[str, object] | None = None) -> TableForm:
    usual: dict[str, object] = {"usual_start": time(10), "usual_minutes": 90, "cutoff_days": 2}
    form = TableForm(request.POST if request.method == "POST" else None, initial={**usual, **(initial or {})})
    people = workers_for(municipality_id, now=request.now)
    offer(form, "chair", [(str(each.id), each.name) for each in people], nothing=CHOOSE)
    return form


def _setting(filled: dict[str, object], form: TableForm) -> TableSetting:
    return TableSetting(
        name=str(filled["name"]),
        kind=ConsultationTable.Kind(str(filled["kind"])),
        chair_id=UUID(str(filled["chair"])),
        legal_ground=str(filled["legal_ground"]),
        rhythm=str(filled["rhythm"]),
        place=str(filled["place"]),
        usual_start=form.cleaned_data["usual_start"],
        usual_minutes=int(str(filled["usual_minutes"])),
        cutoff_days=int(str(filled["cutoff_days"])),
        phases=tuple(int(number) for number in form.cleaned_data["phases"]),
        active=bool(filled["active"]),
    )


@require_http_methods(["GET", "POST"])
@signed_in
def new_table(request: DoorRequest) -> HttpResponse:
    """Set up a table."""
    managed_tables(request.viewer, now=request.now)
    municipality_id = request.viewer.municipality_id or UUID(int=0)
    form = _form(request, municipality_id)

    def do(filled: dict[str, object]) -> str:
        table_id = set_table(
            actor=request.actor, now=request.now, municipality_id=municipality_id, setting=_setting(filled, form)
        )
        return addresses.table(table_id)

    page = ActPage(
        title="Tafel instellen",
        button="Tafel instellen",
        done="De tafel staat. Zet nu mensen aan tafel.",
        not_done="De tafel is nog niet ingesteld.",
        back=LIST,
        back_text="Tafels",
        consequences=("De voorzitter plant een overleg en ziet alle agendapunten daarvan.",),
        nav="beheer",
    )
    return act_page(request, page, form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def change_table(request: DoorRequest, table_id: UUID) -> HttpResponse:
    """Change a table."""
    table = managed_table(request.viewer, table_id).table
    known: dict[str, object] = {
        "name": table.name,
        "kind": table.kind,
        "chair": str(table.chair_id),
        "rhythm": table.rhythm,
        "place": table.place,
        "usual_start": table.usual_start,
        "usual_minutes": table.usual_minutes,
        "cutoff_days": table.cutoff_days,
        "legal_ground": table.legal_ground,
        "phases": [str(number) for number in table.phases],
        "active": table.active,
    }
    form = _form(request, table.municipality_id, known)

    def do(filled: dict[str, object]) -> str:
        set_table(
            actor=request.actor,
            now=request.now,
            municipality_id=table.municipality_id,
            setting=replace(_setting(filled, form), region=table.region),
            table_id=table_id,
        )
        return addresses.table(table_id)

    page = ActPage(
        title=f"Tafel wijzigen: {table.name}",
        button="Tafel wijzigen",
        done="De tafel is gewijzigd.",
        not_done="Er is nog niets gewijzigd.",
        back=addresses.table(table_id),
        back_text=table.name,
        consequences=(
            "Een andere voorzitter neemt de overleggen over die niet zijn gesloten, en ziet wat daar is besproken.",
            "Wie voorzitter was, ziet dat dan niet meer.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def join(request: DoorRequest, table_id: UUID) -> HttpResponse:
    """Let somebody sit at a table."""
    found = managed_table(request.viewer, table_id)
    form = PlaceForm(request.POST if request.method == "POST" else None)
    people = workers_for(found.table.municipality_id, now=request.now)
    offer(form, "member", [(str(each.id), each.name) for each in people], nothing=CHOOSE)
    offer(form, "organisation", [(str(each.id), each.name) for each in partner_organisations()], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        member, organisation = str(filled["member"]), str(filled["organisation"])
        join_table(
            actor=request.actor,
            now=request.now,
            table_id=table_id,
            member_id=UUID(member) if member else None,
            organisation_id=UUID(organisation) if organisation else None,
        )
        return addresses.table(table_id)

    page = ActPage(
        title=f"Aan tafel zetten: {found.table.name}",
        button="Aan tafel zetten",
        done="Wie u koos, zit nu aan tafel.",
        not_done="Er is nog niets veranderd.",
        back=addresses.table(table_id),
        back_text=found.table.name,
        consequences=(
            "Wie aan tafel zit, ziet dat er overleg is, en de punten waarbij diegene is uitgenodigd.",
            "Van overleggen van vroeger ziet diegene niets.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def leave(request: DoorRequest, place_id: UUID) -> HttpResponse:
    """End a place at a table."""
    found, place = managed_place(request.viewer, place_id)
    who = place.member or place.organisation

    def do(_filled: dict[str, object]) -> str:
        leave_table(actor=request.actor, now=request.now, place_id=place_id)
        return addresses.table(found.table.id)

    page = ActPage(
        title=f"Van tafel halen: {who}",
        button="Van tafel halen",
        done=f"{who} zit niet meer aan tafel.",
        not_done="Er is nog niets veranderd.",
        back=addresses.table(found.table.id),
        back_text=found.table.name,
        consequences=(f"{who} ziet vanaf nu geen overleg van deze tafel meer, en ook geen agendapunten.",),
        nav="beheer",
    )
    return act_page(request, page, ConfirmForm(request.POST if request.method == "POST" else None), do)
