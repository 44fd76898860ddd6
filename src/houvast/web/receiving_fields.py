"""Who takes a case over, and the aftercare with it, as fields of a form: for going down, closing, and afterwards."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django import forms

from houvast.cases.rules.receiving import HandingOn, NewReceiver
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.receiving import PossibleReceiver, check_text, possible_receivers
from houvast.directory.viewer import Viewer
from houvast.web.door import DoorRequest
from houvast.web.form_fields import choice, day, long_text, own_line

Receivers = Mapping[str, PossibleReceiver]

CONTACT_LENGTH = 160
RECEIVER_FIELDS = ("receiver", "receiver_contact")
AFTERCARE_FIELDS = ("aftercare", "signs", "check_on")
FOUND = "vinger"
"""Under this name an address carries the id of the check that found that a case must go up again."""


def offered(viewer: Viewer, found: FoundCase, phase: int, *, now: datetime) -> Receivers:
    """Give who can be asked to take over in a phase, by the key that a form sends."""
    possible = possible_receivers(viewer, found, phase, now=now)
    return {f"m:{each.member_id}" if each.member_id else f"o:{each.organisation_id}": each for each in possible}


def choices(offer: Receivers, first: str) -> list[tuple[str, str]]:
    """Give the list to choose from; `first` is what it says when nobody is chosen."""
    return [("", first), *((key, f"{each.name}, {each.detail}") for key, each in offer.items())]


def found_before(request: DoorRequest, found: FoundCase) -> str:
    """Give what somebody wrote when they found that the case must go up again; "" when they did not come from there."""
    try:
        check_id = UUID(request.GET.get(FOUND, ""))
    except ValueError:
        return ""
    return check_text(request.viewer, check_id, found.band.case_id, now=request.now)


def receiver_field(offer: Receivers, first: str) -> forms.ChoiceField:
    """Ask who takes over."""
    field = choice("Wie neemt het over?", choices(offer, first))
    field.help_text = "Deze persoon zegt ja of nee. Tot het ja is, staat bij de regisseurs dat niemand het overnam."
    return field


def contact_field() -> forms.CharField:
    """Ask who that is, at an organisation that does not work with Houvast."""
    help_text = "Alleen als de organisatie niet met Houvast werkt: naam, functie en nummer."
    return own_line("Wie is dat daar?", most=CONTACT_LENGTH, help_text=help_text)


def aftercare_field() -> forms.CharField:
    """Ask what is still done."""
    return long_text("Wat wordt er nog gedaan?", help_text="Nazorg: wat, door wie, hoe vaak.", rows=2)


def signs_field() -> forms.CharField:
    """Ask what makes us scale up again."""
    help_text = "Wat u dan ziet of hoort, en wie dat merkt."
    return long_text("Waaraan merkt u dat het weer misgaat?", help_text=help_text, rows=2)


def check_field() -> forms.DateField:
    """Ask when somebody asks how it goes."""
    help_text = "Vinger aan de pols. Houvast zet het dan op Mijn werk."
    return day("Wanneer vraagt u hoe het gaat?", help_text=help_text)


def chosen_receiver(offer: Receivers, data: Mapping[str, object]) -> NewReceiver | None:
    """Give who was chosen; None when nobody was."""
    chosen = offer.get(str(data.get("receiver") or ""))
    if chosen is None:
        return None
    organisation: UUID | None = None if chosen.member_id else chosen.organisation_id
    return NewReceiver(chosen.member_id, organisation, str(data.get("receiver_contact") or ""))


def handing_on(offer: Receivers, data: Mapping[str, object]) -> HandingOn:
    """Give what was filled in; what was not asked stays empty."""
    day = data.get("check_on")
    return HandingOn(
        receiver=chosen_receiver(offer, data),
        what=str(data.get("aftercare") or ""),
        signs=str(data.get("signs") or ""),
        check_on=day if isinstance(day, date) else None,
    )
