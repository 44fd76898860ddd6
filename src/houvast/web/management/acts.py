"""Acts on people, each on a page of its own that says what it will do."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.ave.vocabulary import Domain
from houvast.directory.selectors_functions import known_functions
from houvast.directory.selectors_management import (
    PersonPage,
    colleagues,
    member_of_function,
    own_teams,
    person,
)
from houvast.directory.services.end_function import end_function
from houvast.directory.services.end_member import end_member
from houvast.directory.services.give_function import NewFunction, give_function
from houvast.directory.services.name_stand_in import NewStandIn, name_stand_in
from houvast.directory.services.register_member import NewMember, register_member
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import CHOOSE, offer
from houvast.web.management import pages
from houvast.web.management.forms import (
    ConfirmForm,
    FunctionForm,
    MemberForm,
    StandInForm,
    end_of,
    filled_in,
)
from houvast.web.own_path import START


def person_act(person: PersonPage, title: str, button: str, done: str, consequences: tuple[str, ...]) -> ActPage:
    """Give a page with one act for a member."""
    return ActPage(
        title=f"{title}: {person.name}",
        button=button,
        done=done,
        not_done="Er is nog niets veranderd.",
        back=pages.person_url(person.id),
        back_text=person.name,
        consequences=consequences,
        nav="beheer",
    )


@require_http_methods(["GET", "POST"])
@signed_in
def new_member(request: DoorRequest) -> HttpResponse:
    """Take a member in."""
    form = MemberForm(request.POST if request.method == "POST" else None, initial={"once": new_id()})
    offer(form, "team", [(str(team.id), team.name) for team in own_teams(request.viewer)], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        new = NewMember(
            request.viewer.organisation_id,
            str(filled["name"]),
            UUID(str(filled["team"])) if filled["team"] else None,
            str(filled["phone"]),
            id=UUID(str(filled["once"])),
        )
        return pages.person_url(register_member(new, actor=request.actor, now=request.now))

    page = ActPage(
        title="Medewerker opnemen",
        button="Medewerker opnemen",
        done="De medewerker is opgenomen. Geef nu een functie en open een account.",
        not_done="De medewerker is nog niet opgenomen.",
        back=pages.PEOPLE,
        back_text="Mensen",
        consequences=("De medewerker ziet nog niets. Dat begint met een functie.",),
        nav="beheer",
    )
    return act_page(request, page, form, do)


@require_http_methods(["GET", "POST"])
@signed_in
def new_function(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Give a member a function."""
    shown = person(request.viewer, member_id, now=request.now)
    known = known_functions(request.viewer.municipality_id)
    form = filled_in(FunctionForm, request)
    by_title = sorted((title, code) for code, (title, _) in known.items())
    offer(form, "function", [(code, title) for title, code in by_title], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        new = NewFunction(
            member_id,
            str(filled["function"]),
            title=str(filled["title"]),
            domain=Domain(str(filled["domain"])) if filled["domain"] else None,
            until_at=end_of(filled["until"]),
        )
        give_function(new, actor=request.actor, now=request.now)
        return pages.person_url(member_id)

    consequences = (
        f"{shown.name} ziet en mag vanaf nu wat bij deze functie hoort.",
        "Het domein bepaalt welke gegevens daarbij horen.",
    )
    page = person_act(shown, "Functie geven", "Functie geven", "De functie is gegeven.", consequences)
    return act_page(request, page, form, do, rename={"until_at": "until"})


@require_http_methods(["GET", "POST"])
@signed_in
def stop_function(request: DoorRequest, function_id: UUID) -> HttpResponse:
    """End a function."""
    shown = person(request.viewer, member_of_function(request.viewer, function_id), now=request.now)
    held = next((each for each in shown.functions if each.id == function_id), None)
    if held is None:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        end_function(function_id, actor=request.actor, now=request.now)
        return pages.person_url(shown.id)

    consequences = (
        f"{shown.name} is vanaf nu geen {held.title} meer.",
        "Wat alleen bij deze functie hoort, is meteen niet meer te zien.",
        "Verantwoordelijkheden in casussen blijven staan. Draag die eerst over.",
    )
    page = person_act(shown, "Functie beëindigen", "Functie beëindigen", "De functie is beëindigd.", consequences)
    return act_page(request, page, filled_in(ConfirmForm, request), do)


@require_http_methods(["GET", "POST"])
@signed_in
def leave(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """End the work of a member."""
    shown = person(request.viewer, member_id, now=request.now)

    def do(_filled: dict[str, object]) -> str:
        end_member(member_id, actor=request.actor, now=request.now)
        return pages.person_url(member_id)

    consequences = (
        f"{shown.name} kan meteen niet meer inloggen.",
        "Functies, mandaten, vervangingen en duo's eindigen nu.",
        "Verantwoordelijkheden in casussen blijven staan. Draag die eerst over.",
        "Dit kunt u niet terugdraaien.",
    )
    page = person_act(shown, "Vertrek vastleggen", "Vertrek vastleggen", "Het vertrek is vastgelegd.", consequences)
    return act_page(request, page, filled_in(ConfirmForm, request), do)


@require_http_methods(["GET", "POST"])
@signed_in
def own_stand_in(request: DoorRequest) -> HttpResponse:
    """Name who takes one's own place."""
    return _stand_in(request, request.viewer.member_id, "Vervanger aanwijzen", "u", START, "Mijn werk")


@require_http_methods(["GET", "POST"])
@signed_in
def new_stand_in(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Name who takes the place of a member."""
    shown = person(request.viewer, member_id, now=request.now)
    title = f"Vervanger aanwijzen: {shown.name}"
    return _stand_in(request, member_id, title, shown.name, pages.person_url(member_id), shown.name)


def _stand_in(request: DoorRequest, member_id: UUID, title: str, whom: str, back: str, back_text: str) -> HttpResponse:
    form = filled_in(StandInForm, request)
    others = colleagues(request.viewer.organisation_id, without=member_id, now=request.now)
    offer(form, "stand_in", [(str(other.id), other.name) for other in others], nothing=CHOOSE)

    def do(filled: dict[str, object]) -> str:
        until = end_of(filled["until"])
        if until is not None:
            new = NewStandIn(member_id, UUID(str(filled["stand_in"])), until)
            name_stand_in(new, actor=request.actor, now=request.now)
        return back

    page = ActPage(
        title=title,
        button="Vervanger aanwijzen",
        done="De vervanger is aangewezen.",
        not_done="Er is nog geen vervanger aangewezen.",
        back=back,
        back_text=back_text,
        consequences=(
            f"De vervanger ziet en mag tot en met de einddatum wat {whom} ziet en mag.",
            "In het logboek staat wie wat deed.",
        ),
        nav="beheer",
    )
    return act_page(request, page, form, do, rename={"until_at": "until"})
