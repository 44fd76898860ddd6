"""Mandates: who may record a decision on behalf of mayor or alderman."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.directory.selectors_arrangements import MandateLine, deciding_functions, mandates
from houvast.directory.selectors_management import colleagues, managed_organisation
from houvast.directory.services.end_mandate import end_mandate
from houvast.directory.services.give_mandate import NewMandate, give_mandate
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.look import PRIMARY, Act, Link
from houvast.web.management.forms import ConfirmForm, MandateForm, end_of, filled_in
from houvast.web.management.listing import OVERVIEW, ListPage, Row
from houvast.web.management.pages import period, person_url

LIST = "/beheer/mandaten/"


def mandate_row(line: MandateLine, me: UUID, *, of_person: bool = False) -> Row:
    """Give a mandate as a row, with the way to end it unless it is one's own."""
    what = f"Namens: {line.function}" if of_person else line.name
    told = "" if of_person else f"namens {line.function}, "
    detail = f"{told}{line.document}, {period(line.from_at, line.until_at)}"
    act = Link(f"Mandaat van {line.name} beëindigen", f"{LIST}{line.id}/beeindigen")
    return Row(what, detail, None if line.member_id == me else act, "" if of_person else person_url(line.member_id))


@require_safe
@signed_in
def mandate_list(request: DoorRequest) -> HttpResponse:
    """List the mandates that hold now or later, by name."""
    found = mandates(request.viewer, now=request.now)
    page = ListPage(
        title="Mandaten",
        intro="Wie een mandaat heeft, mag een besluit vastleggen namens een functie die in het AVE-model beslist.",
        back=OVERVIEW,
        rows=tuple(mandate_row(line, request.viewer.member_id) for line in found),
        empty="Hier komen de mandaten. Zonder mandaat legt alleen de functie zelf haar besluiten vast.",
        act=Act("Mandaat geven", f"{LIST}nieuw", PRIMARY),
    )
    return render(request, "beheer/lijst.html", {"nav": "beheer", "page": page})


@require_http_methods(["GET", "POST"])
@signed_in
def new_mandate(request: DoorRequest) -> HttpResponse:
    """Give a member a mandate."""
    managed_organisation(request.viewer)
    form = filled_in(MandateForm, request)
    me = request.viewer
    others = colleagues(me.organisation_id, without=me.member_id, now=request.now)
    offer(form, "member", [(str(each.id), each.name) for each in others], nothing=CHOOSE)
    offer(form, "function", deciding_functions(me), nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        new = NewMandate(
            UUID(str(filled["member"])),
            str(filled["function"]),
            str(filled["document"]),
            until_at=end_of(filled["until"]),
        )
        give_mandate(new, actor=request.actor, now=request.now)
        return LIST

    page = ActPage(
        title="Mandaat geven",
        button="Mandaat geven",
        done="Het mandaat is gegeven.",
        not_done="Het mandaat is nog niet gegeven.",
        back=LIST,
        back_text="Mandaten",
        consequences=(
            "De medewerker mag vanaf nu besluiten vastleggen namens deze functie.",
            "Bij elk besluit staat wie het vastlegde en namens wie.",
            "Een mandaat staat op papier (Awb 10:5). Noem het besluit waarin het staat.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do, rename={"until_at": "until"})


@require_http_methods(["GET", "POST"])
@signed_in
def stop_mandate(request: DoorRequest, mandate_id: UUID) -> HttpResponse:
    """End a mandate."""
    held = {line.id: line for line in mandates(request.viewer, now=request.now)}.get(mandate_id)
    if held is None:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        end_mandate(mandate_id, actor=request.actor, now=request.now)
        return LIST

    page = ActPage(
        title=f"Mandaat beëindigen: {held.name}",
        button="Mandaat beëindigen",
        done="Het mandaat is beëindigd.",
        not_done="Er is nog niets veranderd.",
        back=LIST,
        back_text="Mandaten",
        facts=(("Namens", held.function), ("Besluit", held.document), ("Tijd", period(held.from_at, held.until_at))),
        consequences=(
            f"{held.name} legt vanaf nu geen besluiten meer vast namens {held.function}.",
            "Besluiten die al vastliggen, blijven gelden.",
        ),
        nav="beheer",
    )
    return act_page(request, page, filled_in(ConfirmForm, request), do)
