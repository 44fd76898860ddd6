"""What an administrator fills in."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from houvast.kernel.working_time import AMSTERDAM
from houvast.web.form_fields import day

LARGEST_MODEL = 256 * 1024
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


def filled_in(form: type[AnyForm], request: HttpRequest) -> AnyForm:
    """Give a form with what was sent; an empty one for who only looks."""
    return form(request.POST if request.method == "POST" else None)


def end_of(last: object) -> datetime | None:
    """Give the moment after the last day ("tot en met" includes the day itself); None when none was filled in."""
    if not isinstance(last, date):
        return None
    return datetime.combine(last + timedelta(days=1), time.min, tzinfo=AMSTERDAM).astimezone(UTC)


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
    until = day("Tot en met", help_text="Laat leeg als er geen einddatum is.")


class StandInForm(forms.Form):
    """Who takes a place, and until when."""

    stand_in = forms.ChoiceField(label="Wie vervangt?")
    until = day("Tot en met", required=True)


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
    until = day("Tot en met", help_text="Laat leeg als er geen einddatum is.")


class DuoForm(forms.Form):
    """Two members who are going to share intake and work list."""

    first = forms.ChoiceField(label="De een")
    second = forms.ChoiceField(label="De ander")
    until = day("Tot en met", help_text="Laat leeg als er geen einddatum is.")


class ModelForm(forms.Form):
    """A model: a file of one's own, or one that comes with Houvast; and a theme to lay over it."""

    file = forms.FileField(
        label="Eigen modelbestand (TOML)",
        required=False,
        help_text="Ten hoogste 256 kB, in UTF-8.",
        widget=forms.FileInput(attrs={"accept": ".toml,application/toml,text/plain"}),
        error_messages={"empty": "Het bestand is leeg.", "max_length": "De naam van het bestand is te lang."},
        max_length=150,
    )
    shipped = forms.ChoiceField(label="Of een model dat bij Houvast zit", required=False)
    theme = forms.ChoiceField(label="Thema erbij", required=False)

    def clean_file(self) -> object:
        """A model is a small text; anything larger is something else."""
        chosen = self.cleaned_data["file"]
        if isinstance(chosen, UploadedFile) and (chosen.size or 0) > LARGEST_MODEL:
            raise forms.ValidationError("Dit bestand is groter dan 256 kB. Een AVE-model is veel kleiner.")
        return chosen

    def clean(self) -> None:
        """One model: not two, and not none."""
        if "file" in self.errors:
            return
        has_file, has_shipped = self.cleaned_data.get("file") is not None, bool(self.cleaned_data.get("shipped"))
        if has_file and has_shipped:
            self.add_error("file", "Kies een eigen bestand of een model van Houvast, niet allebei.")
        elif not has_file and not has_shipped and "shipped" not in self.errors:
            self.add_error("file", "Kies een bestand, of hieronder een model dat bij Houvast zit.")


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""
