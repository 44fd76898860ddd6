"""Accounts: opening one, handing over the code that sets its password, and repairing what somebody lost."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.directory.selectors_management import open_repairs, person
from houvast.directory.services.approve_factor_repair import approve_factor_repair
from houvast.directory.services.ask_factor_repair import Lost, ask_factor_repair
from houvast.directory.services.make_activation import make_activation
from houvast.directory.services.open_account import open_account
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.management import pages
from houvast.web.management.acts import person_act
from houvast.web.management.forms import AccountForm, ConfirmForm, filled_in

_TWO = (
    "Controleer eerst of u echt met deze medewerker spreekt.",
    "Een andere functioneel beheerder moet het herstel binnen een dag goedkeuren.",
    "Tot dan verandert er niets.",
)
_CODE_APP_GONE = (
    "De oude code-app werkt meteen niet meer, en de medewerker is overal uitgelogd.",
    "De medewerker stelt bij het inloggen een nieuwe code-app in.",
)
_PASSWORD_GONE = (
    "Het oude wachtwoord werkt meteen niet meer, en de medewerker is overal uitgelogd.",
    "Maak daarna een activatiecode, waarmee de medewerker zelf een nieuw wachtwoord kiest.",
    "De code-app blijft dezelfde.",
)


@require_http_methods(["GET", "POST"])
@signed_in
def new_account(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Open an account for a member; then make the code with which the member sets a password."""
    shown = person(request.viewer, member_id, now=request.now)

    def do(filled: dict[str, object]) -> str:
        open_account(member_id, str(filled["username"]), actor=request.actor, now=request.now)
        return pages.person_url(member_id, "activatie")

    consequences = (
        f"{shown.name} krijgt een account zonder wachtwoord.",
        "Daarna maakt u een activatiecode om door te geven.",
        f"Met die code kiest {shown.name} zelf een wachtwoord en koppelt de code-app.",
    )
    page = person_act(shown, "Account openen", "Account openen", "Het account is geopend.", consequences)
    return act_page(request, page, filled_in(AccountForm, request), do)


@require_http_methods(["GET", "POST"])
@signed_in
def activation(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Make an activation code, and show it once: in this answer and nowhere else."""
    shown = person(request.viewer, member_id, now=request.now)
    if shown.account_id is None:
        raise NotVisible
    if request.method == "POST":
        made = make_activation(shown.account_id, actor=request.actor, now=request.now)
        context = {
            "nav": "beheer",
            "person": shown,
            "code": made.in_fours,
            "valid": moment(made.valid_until, request.now),
        }
        return render(request, "beheer/activatiecode.html", context)
    consequences = (
        "U ziet de code één keer, op de volgende pagina.",
        f"{shown.name} kiest er zelf een wachtwoord mee. U kent dat wachtwoord niet.",
        "Een code die u eerder maakte, werkt niet meer.",
    )
    page = person_act(shown, "Activatiecode maken", "Activatiecode maken", "", consequences)
    return act_page(request, page, ConfirmForm(), lambda _filled: "")


@require_http_methods(["GET", "POST"])
@signed_in
def ask_repair(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Ask to repair the lost code app of a member."""
    return _ask(request, member_id, "code_app", "Code-app herstellen")


@require_http_methods(["GET", "POST"])
@signed_in
def ask_password_repair(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Ask to repair the forgotten password of a member."""
    return _ask(request, member_id, "memorised", "Wachtwoord herstellen")


def _ask(request: DoorRequest, member_id: UUID, factor: Lost, title: str) -> HttpResponse:
    shown = person(request.viewer, member_id, now=request.now)
    account_id = shown.account_id
    if account_id is None:
        raise NotVisible

    def do(_filled: dict[str, object]) -> str:
        ask_factor_repair(account_id, factor, actor=request.actor, now=request.now)
        return pages.person_url(member_id)

    page = person_act(shown, title, "Herstel vragen", "Het herstel is gevraagd.", _TWO)
    return act_page(request, page, filled_in(ConfirmForm, request), do)


@require_http_methods(["GET", "POST"])
@signed_in
def approve_repair(request: DoorRequest, repair_id: UUID) -> HttpResponse:
    """Approve a repair that another administrator asked for."""
    waiting = {repair.id: repair for repair in open_repairs(request.viewer, now=request.now)}
    if repair_id not in waiting:
        raise NotVisible
    repair = waiting[repair_id]

    def do(_filled: dict[str, object]) -> str:
        approve_factor_repair(repair_id, actor=request.actor, now=request.now)
        return pages.person_url(repair.member_id)

    page = ActPage(
        title=f"Herstel van {pages.lost(repair)} goedkeuren: {repair.name}",
        button="Herstel goedkeuren",
        done="Het herstel is goedgekeurd.",
        not_done="Er is nog niets veranderd.",
        back=pages.REPAIRS,
        back_text="Herstel",
        intro=f"{repair.asked_by} vroeg dit herstel.",
        consequences=(
            "Controleer zelf ook of u echt met deze medewerker te maken hebt.",
            *(_PASSWORD_GONE if repair.is_password else _CODE_APP_GONE),
        ),
        nav="beheer",
    )
    return act_page(request, page, filled_in(ConfirmForm, request), do)
