"""Teams: the list, a new one, and who is in it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from houvast.ave.vocabulary import Domain
from houvast.directory.selectors_arrangements import TeamLine, could_join, team, teams
from houvast.directory.selectors_management import managed_organisation, person
from houvast.directory.services.join_team import join_team
from houvast.directory.services.leave_team import leave_team
from houvast.directory.services.register_team import NewTeam, register_team
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.look import PRIMARY, Act, Link
from houvast.web.management.forms import DOMAINS, ConfirmForm, JoinForm, TeamForm, filled_in
from houvast.web.management.listing import OVERVIEW, ListPage, Row
from houvast.web.management.pages import person_url

LIST = "/beheer/teams/"
_DOMAIN_NAMES = dict(DOMAINS)


def team_url(team_id: UUID, act: str = "") -> str:
    """Give the page of a team, or that of something to do for it."""
    return f"{LIST}{team_id}/{act}"


@require_safe
@signed_in
def team_list(request: DoorRequest) -> HttpResponse:
    """List the teams of the own organisation, by name."""
    rows = tuple(Row(line.name, _about(line), url=team_url(line.id)) for line in teams(request.viewer, now=request.now))
    page = ListPage(
        title="Teams",
        intro="Een team heeft één domein. Dat bepaalt met welke grond het team werkt.",
        back=OVERVIEW,
        rows=rows,
        empty="Hier komen de teams van uw organisatie. U kunt er nu een opnemen.",
        act=Act("Team opnemen", f"{LIST}nieuw", PRIMARY),
    )
    return render(request, "beheer/lijst.html", {"nav": "beheer", "page": page})


def _about(line: TeamLine) -> str:
    count = "1 medewerker" if line.members == 1 else f"{line.members} medewerkers"
    parts = (_DOMAIN_NAMES.get(line.domain, line.domain), count, line.phone)
    return ", ".join(part for part in parts if part)


@require_safe
@signed_in
def team_page(request: DoorRequest, team_id: UUID) -> HttpResponse:
    """Show a team with who works in it."""
    found = team(request.viewer, team_id, now=request.now)
    rows = tuple(
        Row(
            each.name,
            ", ".join(each.titles) or "nog geen functie",
            None
            if each.id == request.viewer.member_id
            else Link(f"{each.name} uit dit team halen", person_url(each.id, "uit-team")),
            person_url(each.id),
        )
        for each in found.members
    )
    page = ListPage(
        title=found.line.name,
        intro=_about(found.line).capitalize() + ".",
        back=Link("Teams", LIST),
        rows=rows,
        empty="Hier komt wie er in dit team werkt.",
        act=Act("Medewerker in dit team plaatsen", team_url(team_id, "erbij"), PRIMARY),
    )
    return render(request, "beheer/lijst.html", {"nav": "beheer", "page": page})


@require_http_methods(["GET", "POST"])
@signed_in
def new_team(request: DoorRequest) -> HttpResponse:
    """Take a team in."""
    managed_organisation(request.viewer)
    form = filled_in(TeamForm, request)

    def do(filled: dict[str, object]) -> str:
        new = NewTeam(
            request.viewer.organisation_id,
            str(filled["name"]),
            Domain(str(filled["domain"])),
            str(filled["phone"]),
        )
        return team_url(register_team(new, actor=request.actor, now=request.now))

    page = ActPage(
        title="Team opnemen",
        button="Team opnemen",
        done="Het team is opgenomen. Plaats er nu medewerkers in.",
        not_done="Het team is nog niet opgenomen.",
        back=LIST,
        back_text="Teams",
        consequences=(
            "Triage kan signalen aan dit team doorgeven, en een casusregisseur kan het team om overname vragen.",
            "Naam en domein staan daarna vast.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def join(request: DoorRequest, team_id: UUID) -> HttpResponse:
    """Put a member in a team."""
    found = team(request.viewer, team_id, now=request.now)
    form = filled_in(JoinForm, request)
    offer(
        form,
        "member",
        [(str(each.id), each.name) for each in could_join(request.viewer, team_id, now=request.now)],
        nothing=CHOOSE,
    )

    def do(filled: dict[str, object]) -> str:
        join_team(UUID(str(filled["member"])), team_id, actor=request.actor, now=request.now)
        return team_url(team_id)

    page = ActPage(
        title=f"Medewerker plaatsen: {found.line.name}",
        button="Medewerker plaatsen",
        done="De medewerker zit nu in dit team.",
        not_done="Er is nog niets veranderd.",
        back=team_url(team_id),
        back_text=found.line.name,
        consequences=(
            "De medewerker ziet vanaf nu wat aan dit team wordt gevraagd of doorgegeven.",
            "Een medewerker zit in één team. Zit iemand nu in een ander team, dan gaat die daar meteen uit.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do, rename={"team": "member"})


@require_http_methods(["GET", "POST"])
@signed_in
def leave(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Take a member out of the team."""
    shown = person(request.viewer, member_id, now=request.now)
    if not shown.team:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        leave_team(member_id, actor=request.actor, now=request.now)
        return person_url(member_id)

    page = ActPage(
        title=f"Uit het team halen: {shown.name}",
        button="Uit het team halen",
        done="De medewerker zit niet meer in het team.",
        not_done="Er is nog niets veranderd.",
        back=person_url(member_id),
        back_text=shown.name,
        consequences=(
            f"{shown.name} ziet vanaf nu niet meer wat aan {shown.team} wordt gevraagd of doorgegeven.",
            "Verantwoordelijkheden in casussen blijven staan.",
        ),
        nav="beheer",
    )
    return act_page(request, page, filled_in(ConfirmForm, request), do)
