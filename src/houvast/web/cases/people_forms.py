"""Forms about the people of a case. What cannot be used is told at its field, and the rest is kept."""

from collections.abc import Sequence

from django import forms
from django.core.exceptions import ValidationError

from houvast.intake.rules.addresses import read_address
from houvast.intake.rules.cells import read_surname
from houvast.intake.rules.dates import UnreadableError, read_partial_date
from houvast.intake.rules.spelling import clean
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.terms import word_for
from houvast.residents.rules.naming import address
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.rules.reaching import Reach
from houvast.web.form_fields import choice, day, own_line, whole_bsn

NAME, PREFIX, ROLE, PHONE, WISH, LINE, BSN = 120, 30, 40, 20, 80, 120, 20
HOUSE_NUMBER, POSTCODE, TOWN, LANGUAGE = 20, 7, 80, 40
SOMEBODY_NEW = "nieuw"
_REACHES = [("", "Niets: gewone post mag"), *((each.value, word_for(each).capitalize()) for each in Reach)]
_TOO_LONG = "Dit is te lang voor het register. Kort het in."


def phone_field(label: str = "Telefoon", *, help_text: str = "") -> forms.CharField:
    """Give a field for a number; a phone shows its keys for numbers."""
    return own_line(label, most=PHONE, help_text=help_text, type="tel", inputmode="tel")


class PersonForm(forms.Form):
    """Who somebody is, and where and how they are reached."""

    surname = own_line("Achternaam", most=NAME, required=True, help_text="Met tussenvoegsel, zoals: van der Vegt.")
    first_names = own_line("Voornamen of voorletters", most=NAME)
    birth_date = own_line("Geboren", most=LINE, help_text="Bijvoorbeeld 25-05-1998, of alleen 1998.")
    phone = phone_field()
    address = own_line("Adres", most=LINE, help_text="Straat, nummer, postcode en plaats.")
    reach = choice("Wat vroeg deze persoon over post en bellen?", _REACHES)
    mail_to = own_line(
        "Waar mag een brief wel heen?",
        most=LINE,
        help_text="Een postadres of een hulpverlener. Leeg: u geeft hem zelf.",
    )
    contact_wish = own_line("Hoe wil deze persoon bereikt worden?", most=WISH, help_text="Bijvoorbeeld: liefst sms.")
    language = own_line("Welke taal?", most=LANGUAGE, help_text="Alleen als dit geen Nederlands is.")
    interpreter = forms.BooleanField(label="Er is een tolk nodig", required=False)

    def clean_birth_date(self) -> PartialDate | None:
        """Read the date as somebody says it."""
        text = self.cleaned_data["birth_date"].strip()
        try:
            return read_partial_date(text) if text else None
        except UnreadableError as unreadable:
            raise ValidationError(str(unreadable)) from unreadable

    def clean_surname(self) -> tuple[str, str]:
        """Take the prefix off: "van der Vegt" is Vegt, van der."""
        text = clean(self.cleaned_data["surname"])
        surname, prefix = read_surname(text, "")
        if not surname:  # who writes "Onbekend" means that
            surname = text
        if len(prefix) > PREFIX:
            raise ValidationError(_TOO_LONG)
        return surname, prefix

    def clean_address(self) -> PersonalData:
        """Take the address apart, into data about nobody yet."""
        found = read_address(self.cleaned_data["address"])
        if len(found.house_number) > HOUSE_NUMBER or len(found.place) > TOWN:
            raise ValidationError(_TOO_LONG)
        return PersonalData(
            "", street=found.street, house_number=found.house_number, postcode=found.postcode, town=found.place
        )

    def filled_in(self) -> PersonalData:
        """Give what was filled in."""
        filled = self.cleaned_data
        surname, prefix = filled["surname"]
        home: PersonalData = filled["address"]
        return PersonalData(
            surname=surname,
            surname_prefix=prefix,
            first_names=clean(filled["first_names"]),
            born=filled["birth_date"],
            street=home.street,
            house_number=home.house_number,
            postcode=home.postcode,
            town=home.town,
            phone=clean(filled["phone"]),
            contact_wish=clean(filled["contact_wish"]),
            reach=filled["reach"],
            mail_to=clean(filled["mail_to"]),
            language=clean(filled["language"]),
            interpreter=filled["interpreter"],
        )


class NewResidentForm(PersonForm):
    """Somebody to add to a case; `known` is asked when the register may have them already."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    known = forms.CharField(label="Is het een van deze mensen?", required=False, widget=forms.RadioSelect)
    role = own_line(
        "Wat is deze persoon in het huishouden?", most=ROLE, help_text="Zoals: moeder, of zoon om het weekend."
    )
    is_child = forms.BooleanField(label="Dit is een kind", required=False)
    bsn = own_line("BSN", most=BSN, inputmode="numeric", help_text="Weet u het, dan vindt Houvast wie al bekend is.")
    field_order = (
        "known",
        "surname",
        "first_names",
        "birth_date",
        "bsn",
        "role",
        "is_child",
        "phone",
        "address",
        "reach",
        "mail_to",
        "contact_wish",
        "language",
        "interpreter",
    )

    def offer_known(self, choices: Sequence[tuple[str, str]]) -> None:
        """Fill the question whom the register may have already."""
        self.fields["known"].required = True
        widget = self.fields["known"].widget
        if isinstance(widget, forms.RadioSelect):
            widget.choices = list(choices)

    def clean_bsn(self) -> str:
        """Leave out dots and spaces; the number must pass the 11-test."""
        return whole_bsn(self.cleaned_data["bsn"])


class CorrectForm(PersonForm):
    """The data of somebody as they are, to correct; `seen` is their version."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class NetworkForm(forms.Form):
    """Somebody close to a resident."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = own_line("Naam", most=NAME, required=True)
    relation = own_line(
        "Wie is dit voor de inwoner?",
        most=60,
        required=True,
        help_text="Bijvoorbeeld: moeder, of buurman. Ook: voogd, bewindvoerder of advocaat.",
    )
    phone = phone_field()
    mail_to = own_line(
        "Waarheen gaat een brief?",
        most=NAME,
        help_text="Alleen als dat mag, zoals naar een kantoor: Kade 1, 9934 AB Delfzijl.",
    )
    may_know = own_line(
        "Wat mag deze persoon weten?", most=NAME, help_text="In de woorden van de inwoner: mag alles weten."
    )
    call_first = forms.BooleanField(label="Deze persoon wordt als eerste gebeld", required=False)


class JoinHouseholdForm(forms.Form):
    """Since when somebody lives in the household."""

    since = day("Vanaf welke dag?", required=True)
    role = own_line("Wat is deze persoon in het huishouden?", most=ROLE)


class LeaveHouseholdForm(forms.Form):
    """On which day somebody left the household."""

    until = day("Op welke dag vertrok deze persoon?", required=True)


class PlaceForm(forms.Form):
    """What somebody is in the case."""

    role = own_line(
        "Wat is deze persoon in het huishouden?", most=ROLE, help_text="Zoals: moeder, of zoon om het weekend."
    )
    is_child = forms.BooleanField(label="Dit is een kind", required=False)


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""


def starting_from(data: PersonalData, version: int) -> dict[str, object]:
    """Give what a form for correcting begins with."""
    return {
        "surname": " ".join(part for part in (data.surname_prefix, data.surname) if part),
        "first_names": data.first_names,
        "birth_date": _written(data.born),
        "phone": data.phone,
        "address": address(data.street, data.house_number, data.postcode, data.town),
        "contact_wish": data.contact_wish,
        "reach": data.reach,
        "mail_to": data.mail_to,
        "language": data.language,
        "interpreter": data.interpreter,
        "seen": version,
    }


def _written(born: PartialDate | None) -> str:
    if born is None:
        return ""
    parts = [f"{part:02}" for part in (born.day, born.month) if part is not None]
    return "-".join([*parts, str(born.year)])
