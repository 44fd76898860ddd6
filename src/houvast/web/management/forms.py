"""What an administrator fills in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from django import forms
from django.core.validators import MaxValueValidator
from django.http import HttpRequest

from houvast.kernel.working_time import AMSTERDAM

AnyForm = TypeVar("AnyForm", bound=forms.Form)
Offer = Sequence[tuple[str, str]]
DOMAINS = (
    ("", "zoals in het AVE-model"),
    ("wmo", "Wmo"),
    ("youth", "jeugd"),
    ("participation", "participatie en schulden"),
    ("oggz", "OGGZ"),
    ("public_order", "openbare orde"),
)


def _day(label: str, *, required: bool = True, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    formats = ["%Y-%m-%d", "%d-%m-%Y"]
    # The day after the last one must still be a day that a calendar has.
    before_the_end = MaxValueValidator(date.max - timedelta(days=2), "Vul een bestaande datum in.")
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=widget,
        input_formats=formats,
        validators=[before_the_end],
    )


def filled_in(form: type[AnyForm], request: HttpRequest) -> AnyForm:
    """Give a form with what was sent; an empty one for who only looks."""
    return form(request.POST if request.method == "POST" else None)


def offer(form: forms.Form, name: str, choices: Offer) -> None:
    """Fill a list of choices, with nothing chosen."""
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = [("", "Maak een keuze"), *choices]


def end_of(day: object) -> datetime | None:
    """Give the moment after the last day ("tot en met" includes the day itself); None when none was filled in."""
    if not isinstance(day, date):
        return None
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=AMSTERDAM).astimezone(UTC)


class MemberForm(forms.Form):
    """A new member, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label="Naam", max_length=120)
    team = forms.ChoiceField(label="Team", required=False)
    phone = forms.CharField(label="Telefoon", max_length=20, required=False)


class FunctionForm(forms.Form):
    """A function for a member."""

    function = forms.ChoiceField(label="Functie")
    title = forms.CharField(label="Hoe heet deze functie bij u?", max_length=80, required=False)
    domain = forms.ChoiceField(label="Domein", choices=DOMAINS, required=False)
    until = _day("Tot en met", required=False, help_text="Laat leeg als er geen einddatum is.")


class StandInForm(forms.Form):
    """Who takes a place, and until when."""

    stand_in = forms.ChoiceField(label="Wie vervangt?")
    until = _day("Tot en met")


class AccountForm(forms.Form):
    """An account."""

    username = forms.RegexField(
        r"^[A-Za-z0-9.\-]+$",
        label="Gebruikersnaam",
        max_length=80,
        error_messages={"invalid": "Gebruik alleen letters, cijfers, punten en streepjes."},
    )


class TeamForm(forms.Form):
    """A new team."""

    name = forms.CharField(label="Naam", max_length=80)
    domain = forms.ChoiceField(label="Domein", choices=[("", "Maak een keuze"), *DOMAINS[1:]])
    phone = forms.CharField(label="Telefoon", max_length=20, required=False)


class JoinForm(forms.Form):
    """Who comes to work in a team."""

    member = forms.ChoiceField(label="Medewerker")


class MandateForm(forms.Form):
    """A mandate for a member."""

    member = forms.ChoiceField(label="Wie krijgt het mandaat?")
    function = forms.ChoiceField(label="Namens welke functie?", help_text="Functies die in uw AVE-model beslissen.")
    document = forms.CharField(
        label="In welk besluit staat het?",
        max_length=120,
        help_text="Bijvoorbeeld: Mandaatbesluit 2026, artikel 4.",
    )
    until = _day("Tot en met", required=False, help_text="Laat leeg als er geen einddatum is.")


class DuoForm(forms.Form):
    """Two members who are going to share intake and work list."""

    first = forms.ChoiceField(label="De een")
    second = forms.ChoiceField(label="De ander")
    until = _day("Tot en met", required=False, help_text="Laat leeg als er geen einddatum is.")


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""
