"""The fields that forms are made of: what people write, pick or choose, asked in one way everywhere.

A field may stay empty unless it says otherwise: what must be filled in is often judged by the service, so that all
that is missing is told at once.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from stdnum.nl import bsn as bsn_number

LONG_TEXT = 4000
CHOOSE = "Maak een keuze"
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Between which a day is one that somebody means; outside it is a slip of the keyboard. *Verzonnen*."""
_NO_DAY = "Vul een dag in die bestaat, zoals 26-11-2026."
_NO_YEAR = "Klopt het jaar? Vul een dag in zoals 26-11-2026."
_NO_CHOICE = "Deze keuze is er niet (meer). Kies opnieuw."

Asked = TypeVar("Asked", bound=forms.Field)
Choices = Sequence[tuple[str, str | Sequence[tuple[str, str]]]]


def whole_bsn(text: str) -> str:
    """Give a BSN without dots and spaces, "" for none. Raises `ValidationError` when it fails the 11-test."""
    number = str(bsn_number.compact(text)) if text.strip() else ""
    if number and not bsn_number.is_valid(number):
        raise forms.ValidationError("Dit BSN bestaat niet: controleer de cijfers, of laat het leeg.")
    return number


def long_text(
    label: str, *, required: bool = False, help_text: str = "", rows: int = 3, most: int = LONG_TEXT
) -> forms.CharField:
    """Give a field for a few sentences."""
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=most, widget=widget)


def line(label: str, *, most: int, required: bool = False, help_text: str = "", **attrs: str) -> forms.CharField:
    """Give a field for a few words; `attrs` say to the browser what they are."""
    widget = forms.TextInput(attrs=attrs)
    return forms.CharField(label=label, required=required, help_text=help_text, max_length=most, widget=widget)


def own_line(label: str, *, most: int, required: bool = False, help_text: str = "", **attrs: str) -> forms.CharField:
    """Give a field for a few words about somebody: the browser does not fill in what was typed about another."""
    return line(label, most=most, required=required, help_text=help_text, autocomplete="off", **attrs)


def day(label: str, *, required: bool = False, help_text: str = "") -> forms.DateField:
    """Give a field for a day, picked or typed."""
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        validators=[MinValueValidator(FIRST_DAY, _NO_YEAR), MaxValueValidator(LAST_DAY, _NO_YEAR)],
        error_messages={"invalid": _NO_DAY},
    )


def choice(
    label: str, choices: Iterable[tuple[str, str]] = (), *, initial: str = "", radio: bool = False
) -> forms.ChoiceField:
    """Give a field in which one thing is chosen from a list."""
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=list(choices),
        initial=initial,
        widget=forms.RadioSelect() if radio else forms.Select(),
        error_messages={"invalid_choice": _NO_CHOICE},
    )


def needed(field: Asked, message: str) -> Asked:
    """Ask a field that may not stay empty, and say what is missing in the words of the rule."""
    field.required = True
    field.error_messages["required"] = message
    return field


def offer(form: forms.Form, name: str, choices: Choices, nothing: str = "") -> None:
    """Fill a list of choices: only what may be chosen here and now. `nothing` is what an empty choice says, if any."""
    found = form.fields[name]
    if isinstance(found, forms.ChoiceField):
        found.choices = [("", nothing), *choices] if nothing else list(choices)
