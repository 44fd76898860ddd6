"""What one does with a short line: begin it, say who answers, look whether it is right, and end it."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.directory.selectors import partner_organisations, workers_for
from houvast.directory.selectors_lines import kept_teams
from houvast.kernel.errors import NotVisible
from houvast.kernel.verdict import Verdict
from houvast.short_lines import policy
from houvast.short_lines.selectors.lines import LineView, line, written
from houvast.short_lines.services.check_line import check_line
from houvast.short_lines.services.end_line import end_line
from houvast.short_lines.services.open_line import NewLine, open_line
from houvast.short_lines.services.set_contact import set_contact
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.short_lines.filled import Filled
from houvast.web.short_lines.forms import ConfirmForm, ContactForm, LineForm, contact_of, offer_people
from houvast.web.short_lines.looks import NOBODY, LookPerson, look
from houvast.web.short_lines.pages import LIST

_STAYS = "Wie er eerder stond, blijft te lezen bij de lijn."
_OF_WORK = "Vul gegevens van het werk in, geen privénummers en niets over inwoners."


@require_http_methods(["GET", "POST"])
@signed_in
def new_line(request: DoorRequest) -> HttpResponse:
    """Begin a line of one's own team."""
    teams = kept_teams(request.viewer)
    if not teams:
        raise NotVisible
    form = LineForm(request.POST or None)
    offer(form, "team", [(str(each.id), each.name) for each in teams])
    partners = [(str(each.id), each.name) for each in partner_organisations()]
    offer(form, "organisation", partners, nothing="Staat er niet bij")
    offer_people(form, _people(request, teams[0].municipality_id))

    def do(data: dict[str, object]) -> str:
        filled = Filled(data)
        team = filled.chosen("team") or teams[0].id
        new = NewLine(team, filled.text("line"), contact_of(data), filled.chosen("organisation"))
        return addresses.short_line(open_line(actor=request.actor, now=request.now, new=new))

    page = ActPage(
        title="Korte lijn vastleggen",
        button="Lijn vastleggen",
        done="De lijn is vastgelegd.",
        not_done="De lijn is nog niet vastgelegd.",
        back=LIST,
        back_text="Korte lijnen",
        intro="Weet u nog niet wie het is? Leg de lijn dan toch vast. Dan is te zien dat er iemand moet komen.",
        consequences=("Iedereen in het team ziet wie u belt, en wie vervangt.", _OF_WORK),
        nav="lijnen",
    )
    return act_page(request, page, form, do)


def _people(request: DoorRequest, municipality_id: UUID) -> list[tuple[str, str]]:
    return [(str(each.id), each.name) for each in workers_for(municipality_id, now=request.now)]


def _kept(request: DoorRequest, line_id: UUID) -> tuple[LineView, ActPage]:
    """Give a visible line, and what the pages of its acts have in common."""
    found = line(request.viewer, line_id, now=request.now)
    page = ActPage(
        title="",
        button="",
        done="",
        not_done="Er is nog niets veranderd.",
        back=addresses.short_line(line_id),
        back_text=found.name,
        nav="lijnen",
    )
    return found, page


def _named(
    page: ActPage,
    title: str,
    button: str,
    done: str,
    consequences: tuple[str, ...],
    facts: tuple[tuple[str, str], ...] = (),
) -> ActPage:
    return replace(page, title=title, button=button, done=done, consequences=consequences, facts=facts)


def _verdict(request: DoorRequest, found: LineView) -> Verdict:
    return policy.may_keep_lines(request.viewer, found.team, ended=found.ended_at is not None)


@require_http_methods(["GET", "POST"])
@signed_in
def change_contact(request: DoorRequest, line_id: UUID) -> HttpResponse:
    """Say who answers from now on."""
    found, page = _kept(request, line_id)
    form = ContactForm(request.POST or None, initial=_initial(request, found))
    offer_people(form, _people(request, found.municipality_id))

    def do(data: dict[str, object]) -> str:
        number, new = Filled(data).number("number"), contact_of(data)
        set_contact(actor=request.actor, now=request.now, line_id=line_id, seen_number=number, new=new)
        return page.back

    page = _named(
        page,
        f"Contact wijzigen: {found.name}",
        "Contact vastleggen",
        "Het contact is vastgelegd.",
        (_STAYS, _OF_WORK),
    )
    return act_page(request, page, form, do, verdict=_verdict(request, found))


def _initial(request: DoorRequest, found: LineView) -> dict[str, object]:
    now_is = written(request.viewer, found.id)
    return {
        "number": found.number,
        "state": now_is.state.value,
        "member": str(now_is.member_id or ""),
        "name": now_is.name,
        "phone": now_is.phone,
        "email": now_is.email,
        "hours": now_is.hours,
        "until_on": now_is.until_on,
        "stand_in": str(now_is.stand_in_id or ""),
        "stand_in_name": now_is.stand_in_name,
        "stand_in_phone": now_is.stand_in_phone,
    }


@require_http_methods(["GET", "POST"])
@signed_in
def confirm(request: DoorRequest, line_id: UUID) -> HttpResponse:
    """Say that a line is still right."""
    found, page = _kept(request, line_id)
    form = ConfirmForm(request.POST or None, initial={"number": found.number})

    def do(data: dict[str, object]) -> str:
        number = Filled(data).number("number")
        check_line(actor=request.actor, now=request.now, line_id=line_id, seen_number=number)
        return page.back

    page = _named(
        page,
        f"Klopt deze lijn nog? {found.name}",
        "Lijn klopt nog",
        "Vastgelegd dat deze lijn klopt.",
        ("Houvast vraagt het pas weer na de termijn van uw gemeente.", "Klopt het niet? Wijzig dan het contact."),
        _facts(request, found),
    )
    return act_page(request, page, form, do, verdict=_verdict(request, found))


def _facts(request: DoorRequest, found: LineView) -> tuple[tuple[str, str], ...]:
    shown = look(found, request.now)
    people = (("Contact", shown.contact), ("Vervanger", shown.stand_in))
    said = [(what, _reached(who)) for what, who in people if who]
    return (*said, ("Bereikbaar", shown.hours or "niet vastgelegd")) if shown.contact else (("Contact", NOBODY), *said)


def _reached(who: LookPerson) -> str:
    parts = (who.name, who.phone.shown if who.phone else "", who.email)
    return ", ".join(part for part in parts if part)


@require_http_methods(["GET", "POST"])
@signed_in
def end(request: DoorRequest, line_id: UUID) -> HttpResponse:
    """End a line."""
    found, page = _kept(request, line_id)
    form = ConfirmForm(request.POST or None, initial={"number": found.number})

    def do(_data: dict[str, object]) -> str:
        end_line(actor=request.actor, now=request.now, line_id=line_id)
        return LIST

    page = _named(
        page,
        f"Lijn beëindigen: {found.name}",
        "Lijn beëindigen",
        "De lijn is beëindigd.",
        (
            "De lijn verdwijnt uit de lijst van uw team. Wie er stond, blijft te lezen.",
            "Is alleen uw contact weg? Beëindig de lijn dan niet, en kies bij het contact ‘Nog niemand’.",
        ),
    )
    return act_page(request, page, form, do, verdict=_verdict(request, found))
