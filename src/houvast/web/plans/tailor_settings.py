"""The amounts of a municipality for tailor-made help, kept by its administrator; earlier ones stay to be read."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.euros import euros
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.rules.tailor_made import Setting, SettingKind
from houvast.plans.selectors.tailor_settings import SettingLine, newest, versions
from houvast.plans.services.set_tailor_made import set_tailor_made
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.plans.tailor_forms import SettingForm

LIST = "/beheer/maatwerk/"
_UNCONFIRMED = "verzonnen begin, nog door niemand bevestigd"


def _own(request: DoorRequest) -> UUID:
    """Give the municipality whose amounts the viewer may set. Raises `NotVisible`: for others there is no such page."""
    municipality_id = request.viewer.municipality_id
    if municipality_id is None or not policy.may_set_areas(request.viewer, municipality_id).allowed:
        raise NotVisible
    return municipality_id


@require_safe
@signed_in
def amounts(request: DoorRequest) -> HttpResponse:
    """Show what holds, and what held before."""
    municipality_id, year = _own(request), in_amsterdam(request.now).year
    lines = versions(municipality_id)
    wanted = ((SettingKind.LIMIT, 0), (SettingKind.BUDGET, year), (SettingKind.BUDGET, year + 1))
    rows = [_row(request, lines, municipality_id, kind, of_year) for kind, of_year in wanted]
    earlier = [(_name(each.setting), euros(each.setting.cents), _set(request, each)) for each in lines]
    return render(request, "plannen/bedragen.html", {"nav": "beheer", "rows": rows, "earlier": earlier})


def _row(
    request: DoorRequest, lines: tuple[SettingLine, ...], municipality_id: UUID, kind: SettingKind, year: int
) -> tuple[str, str, str, str]:
    """Give a row: what it is and where it is changed, the amount, and who set it when."""
    found = next((each for each in lines if (each.setting.kind, each.setting.year) == (kind, year)), None)
    if found is not None:
        return _name(found.setting), _url(kind, year), euros(found.setting.cents), _set(request, found)
    began = newest(municipality_id, kind, year)
    if kind is SettingKind.BUDGET:
        return _name(began), _url(kind, year), "nog niet ingesteld", ""
    return _name(began), _url(kind, year), euros(began.cents), _UNCONFIRMED


def _name(setting: Setting) -> str:
    return f"Budget {setting.year}" if setting.year else "Tot welk bedrag de casusregisseur zelf beslist"


def _url(kind: SettingKind, year: int) -> str:
    return f"{LIST}budget/{year}/" if kind is SettingKind.BUDGET else f"{LIST}bedrag/"


def _set(request: DoorRequest, line: SettingLine) -> str:
    return f"{line.set_by or 'Houvast'}, {moment(line.set_at, request.now)}"


@signed_in
def limit(request: DoorRequest) -> HttpResponse:
    """Set until which amount a case director decides alone."""
    return _change(request, SettingKind.LIMIT, 0)


@signed_in
def budget(request: DoorRequest, year: int) -> HttpResponse:
    """Set the budget of a year: this one or the next."""
    if year - in_amsterdam(request.now).year not in (0, 1):
        _own(request)
        raise NotVisible
    return _change(request, SettingKind.BUDGET, year)


def _change(request: DoorRequest, kind: SettingKind, year: int) -> HttpResponse:
    municipality_id = _own(request)
    now_is = newest(municipality_id, kind, year)
    known = now_is.number or kind is SettingKind.LIMIT
    written = euros(now_is.cents).removeprefix("€ ") if known else ""
    form = SettingForm(request.POST or None, initial={"number": now_is.number, "amount": written})

    def do(data: dict[str, object]) -> str:
        setting = Setting(kind, year, int(str(data["amount"])), int(str(data["number"])))
        set_tailor_made(actor=request.actor, now=request.now, municipality_id=municipality_id, setting=setting)
        return LIST

    return act_page(request, _page(now_is), form, do)


def _page(setting: Setting) -> ActPage:
    is_budget = setting.kind is SettingKind.BUDGET
    consequences = (
        ("Bij Inzicht staat wat er van dit budget over is, zonder namen.", "Wie beslist over maatwerk, ziet dat ook.")
        if is_budget
        else (
            "Nieuw maatwerk gaat volgens dit bedrag. Wat al is besloten of gevraagd, houdt het bedrag van toen.",
            "Met 0 beslist altijd een ander.",
        )
    )
    return ActPage(
        title=_name(setting),
        button="Bedrag vastleggen",
        done="Het bedrag is vastgelegd. Het vorige blijft te lezen.",
        not_done="Het bedrag is nog niet veranderd.",
        back=LIST,
        back_text="Maatwerk",
        facts=(("Nu", euros(setting.cents) if setting.number or not is_budget else "nog niet ingesteld"),),
        consequences=consequences,
        nav="beheer",
    )
