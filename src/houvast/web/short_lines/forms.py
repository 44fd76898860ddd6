"""Forms of short lines. What is missing is judged by the services, so that all of it is told at once."""

from django import forms

from houvast.kernel.value_terms import VALUES
from houvast.short_lines.rules.asking import LONGEST_ANSWER, LONGEST_KNOWN, LONGEST_QUESTION
from houvast.short_lines.rules.contacts import (
    LONGEST_HOURS,
    LONGEST_LINE,
    LONGEST_NAME,
    LONGEST_PHONE,
    ContactState,
    NewContact,
)
from houvast.web.form_fields import Choices, choice, day, long_text, needed, offer, own_line
from houvast.web.short_lines.filled import Filled

_STATES = [(each.value, VALUES["LineContact.State"][each.name].capitalize()) for each in ContactState]
_LONGEST_EMAIL = 254


class ContactForm(forms.Form):
    """Who answers at the other end; `number` is that of the contact that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    state = needed(
        choice("Wie belt u?", _STATES, initial=ContactState.MEMBER.value, radio=True),
        "Kies of er iemand is, met of zonder account.",
    )
    member = choice("Wie is dat? Kies iemand met een account")
    name = own_line("Of vul de naam in van iemand zonder account", most=LONGEST_NAME)
    phone = own_line(
        "Telefoonnummer",
        most=LONGEST_PHONE,
        help_text="Leeg: het nummer dat Houvast al kent van wie een account heeft.",
        inputmode="tel",
    )
    email = forms.EmailField(
        label="E-mailadres",
        required=False,
        max_length=_LONGEST_EMAIL,
        error_messages={"invalid": "Vul een e-mailadres in zoals naam@organisatie.nl."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    hours = own_line("Wanneer te bereiken", most=LONGEST_HOURS, help_text="Bijvoorbeeld: ma t/m do, 9 tot 16 uur.")
    until_on = day("Laatste dag", help_text="Alleen als u weet dat iemand stopt. Daarna staat er ‘nog niemand’.")
    stand_in = choice("Vervanger")
    stand_in_name = own_line("Of de naam van een vervanger zonder account", most=LONGEST_NAME)
    stand_in_phone = own_line("Nummer van de vervanger", most=LONGEST_PHONE, inputmode="tel")


class LineForm(ContactForm):
    """A new line: of which team, with whom, and who answers there."""

    team = needed(choice("Van welk team?"), "Kies een team.")
    line = needed(
        own_line("Met wie is deze lijn?", most=LONGEST_LINE, help_text="Zoals u het zegt: FACT Noord, wijkagent."),
        "Vul in met wie deze lijn is, zoals ‘FACT Noord’.",
    )
    organisation = choice("Welke organisatie?")
    field_order = ("number", "team", "line", "organisation")


class QuestionForm(forms.Form):
    """A question to a colleague that is about nobody."""

    question = needed(
        long_text("Uw vraag", help_text="Zonder namen, geboortedatum, adres of nummer.", most=LONGEST_QUESTION),
        "Schrijf uw vraag op.",
    )
    known = long_text("Wat u al weet of probeerde", help_text="Ook hier: niets over wie.", most=LONGEST_KNOWN)


class AnswerForm(forms.Form):
    """An answer to it, once."""

    text = needed(
        long_text("Uw antwoord", rows=5, help_text="Zonder namen of andere gegevens van mensen.", most=LONGEST_ANSWER),
        "Schrijf uw antwoord op.",
    )


class EmptyForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""


class TermForm(forms.Form):
    """A term in days; `number` is that of the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    days = forms.IntegerField(
        label="Hoeveel dagen?", error_messages={"required": "Vul een getal in.", "invalid": "Vul een getal in."}
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen. `number` is that of the contact that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def offer_people(form: forms.Form, people: Choices) -> None:
    """Offer who works for the municipality, as contact and as stand-in."""
    offer(form, "member", people, nothing="Maak een keuze")
    offer(form, "stand_in", people, nothing="Geen, of iemand zonder account")


def contact_of(filled: dict[str, object]) -> NewContact:
    """Give what was filled in about who answers."""
    form = Filled(filled)
    return NewContact(
        state=ContactState(form.text("state") or ContactState.VACANT.value),
        member_id=form.chosen("member"),
        name=form.text("name"),
        phone=form.text("phone"),
        email=form.text("email"),
        hours=form.text("hours"),
        until_on=form.day("until_on"),
        stand_in_id=form.chosen("stand_in"),
        stand_in_name=form.text("stand_in_name"),
        stand_in_phone=form.text("stand_in_phone"),
    )
