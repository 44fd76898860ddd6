"""Duos: two members, mostly OGGZ and public order, who share intake and work list."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.directory.selectors_arrangements import DuoLine, TeamMember, duos
from houvast.directory.selectors_management import colleagues, managed_organisation
from houvast.directory.services.end_duo import end_duo
from houvast.directory.services.form_duo import NewDuo, form_duo
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.look import PRIMARY, Act, Link
from houvast.web.management.forms import ConfirmForm, DuoForm, end_of, filled_in
from houvast.web.management.listing import OVERVIEW, ListPage, Row
from houvast.web.management.pages import period

LIST = "/beheer/duos/"


def duo_row(line: DuoLine, me: UUID) -> Row:
    """Give a duo as a row, with the way to end it unless one is in it."""
    detail = f"{_said(line.first)}, {_said(line.second)}, {period(line.from_at, line.until_at)}"
    act = Link(f"Duo van {_both(line)} beëindigen", f"{LIST}{line.id}/beeindigen")
    return Row(_both(line), detail, None if me in (line.first.id, line.second.id) else act)


def _both(line: DuoLine) -> str:
    return f"{line.first.name} en {line.second.name}"


def _said(person: TeamMember) -> str:
    return ", ".join(person.titles) or "nog geen functie"


@require_safe
@signed_in
def duo_list(request: DoorRequest) -> HttpResponse:
    """List the duos that hold now or later, by name."""
    found = duos(request.viewer, now=request.now)
    page = ListPage(
        title="Duo's",
        intro="Een duo deelt signalen en werklijst. Ieder ziet alleen wat bij de eigen grond hoort.",
        back=OVERVIEW,
        rows=tuple(duo_row(line, request.viewer.member_id) for line in found),
        empty="Hier komen de duo's, bijvoorbeeld van OGGZ en openbare orde.",
        act=Act("Duo vormen", f"{LIST}nieuw", PRIMARY),
    )
    return render(request, "beheer/lijst.html", {"nav": "beheer", "page": page})


@require_http_methods(["GET", "POST"])
@signed_in
def new_duo(request: DoorRequest) -> HttpResponse:
    """Form a duo."""
    managed_organisation(request.viewer)
    form = filled_in(DuoForm, request)
    me = request.viewer
    others = colleagues(me.organisation_id, without=me.member_id, now=request.now)
    for name in ("first", "second"):
        offer(form, name, [(str(each.id), each.name) for each in others], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        first, second = UUID(str(filled["first"])), UUID(str(filled["second"]))
        form_duo(NewDuo(first, second, until_at=end_of(filled["until"])), actor=request.actor, now=request.now)
        return LIST

    page = ActPage(
        title="Duo vormen",
        button="Duo vormen",
        done="Het duo is gevormd.",
        not_done="Het duo is nog niet gevormd.",
        back=LIST,
        back_text="Duo's",
        consequences=(
            "De twee zien vanaf nu elkaars signalen en werklijst.",
            "Ieder ziet alleen wat bij de eigen grond hoort: openbare orde leest geen zorg mee.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do, rename={"until_at": "until"})


@require_http_methods(["GET", "POST"])
@signed_in
def stop_duo(request: DoorRequest, duo_id: UUID) -> HttpResponse:
    """End a duo."""
    held = {line.id: line for line in duos(request.viewer, now=request.now)}.get(duo_id)
    if held is None:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        end_duo(duo_id, actor=request.actor, now=request.now)
        return LIST

    page = ActPage(
        title=f"Duo beëindigen: {_both(held)}",
        button="Duo beëindigen",
        done="Het duo is beëindigd.",
        not_done="Er is nog niets veranderd.",
        back=LIST,
        back_text="Duo's",
        consequences=("De twee zien elkaars signalen en werklijst vanaf nu niet meer.",),
        nav="beheer",
    )
    return act_page(request, page, filled_in(ConfirmForm, request), do)
