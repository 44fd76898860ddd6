"""Forms of requests. What must be filled in is judged by the services."""

from enum import Enum

from django import forms
from django.http import QueryDict
from stdnum.nl import bsn as bsn_number

from houvast.accountability.rules.requests import (
    LONGEST,
    Asker,
    IdentityWay,
    ItemAnswer,
    LeftOutReason,
    RequestChannel,
    RequestKind,
    Term,
)
from houvast.accountability.services.record_request import NewRequest
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.terms import word_for
from houvast.web.form_fields import choice, day, line, long_text, needed, own_line
from houvast.web.requests.words import capital

_NAME, _REACH, _BSN, _SOURCE = 120, 200, 11, 200


def _choices(kind: type[Enum]) -> list[tuple[str, str]]:
    return [(str(each.value), capital(word_for(each))) for each in kind]


class RequestForm(forms.Form):
    """What came in."""

    kind = needed(choice("Wat wordt gevraagd?", _choices(RequestKind), radio=True), "Kies wat wordt gevraagd.")
    first_names = own_line("Voornamen van de persoon om wie het gaat", most=_NAME)
    surname = own_line("Achternaam, zonder voorvoegsel", most=_NAME, required=True)
    birth_date = day("Geboortedatum")
    bsn = own_line("BSN", most=_BSN, inputmode="numeric", help_text="Nodig als er meer mensen met deze naam zijn.")
    asker = needed(choice("Wie vraagt het?", _choices(Asker), radio=True), "Kies wie het vraagt.")
    asked_by = own_line("Naam van wie het vraagt", most=_NAME, help_text="Alleen als dat iemand anders is.")
    channel = needed(choice("Hoe kwam het binnen?", _choices(RequestChannel)), "Kies hoe het binnenkwam.")
    received_on = day("Op welke dag kwam het binnen?", required=True)
    reach = own_line("Waar gaat het antwoord naartoe?", most=_REACH)
    words = long_text("Wat vraagt deze persoon, in eigen woorden?", most=LONGEST)

    def clean_bsn(self) -> str:
        """Take spaces and points out; a BSN proves itself."""
        number = str(bsn_number.compact(self.cleaned_data["bsn"])) if self.cleaned_data["bsn"].strip() else ""
        if number and not bsn_number.is_valid(number):
            raise forms.ValidationError("Dit is geen BSN. Controleer de cijfers.")
        return number

    def new(self) -> NewRequest:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewRequest(
            kind=RequestKind(filled["kind"]),
            asker=Asker(filled["asker"]),
            channel=RequestChannel(filled["channel"]),
            received_on=filled["received_on"],
            first_names=filled["first_names"],
            surname=filled["surname"],
            birth_date=PartialDate.of(filled["birth_date"]) if filled["birth_date"] else None,
            bsn=filled["bsn"],
            asked_by=filled["asked_by"],
            reach=filled["reach"],
            words=filled["words"],
        )


class IdentityForm(forms.Form):
    """How it was made sure who asks."""

    how = needed(choice("Hoe weet u wie het vraagt?", _choices(IdentityWay), radio=True), "Kies hoe u dat weet.")


class ReasonForm(forms.Form):
    """Why."""

    reason = long_text("Waarom?", most=LONGEST)


class AnswerForm(forms.Form):
    """What the answer is."""

    answer = needed(
        choice("Wat is het antwoord?", [("do", "Doen wat is gevraagd"), ("refuse", "Weigeren")], radio=True),
        "Kies wat het antwoord is.",
    )
    reason = long_text("Waarom niet?", most=LONGEST, help_text="Alleen als u weigert. De inwoner krijgt dit te lezen.")


class ItemForm(forms.Form):
    """What happens to one item."""

    answer = needed(choice("Wat krijgt de inwoner?", _choices(ItemAnswer), radio=True), "Kies wat de inwoner krijgt.")
    reason = choice("Waarom niet alles?", [("", "Kies een reden"), *_choices(LeftOutReason)])
    words = long_text("Wat de inwoner wel leest", most=LONGEST, rows=8, help_text="Alleen als u het inkort.")


class TermForm(forms.Form):
    """Within how many months it is answered."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    months = forms.IntegerField(label="Binnen hoeveel maanden krijgt iemand antwoord?", min_value=1, max_value=12)
    extension = forms.IntegerField(label="Hoeveel maanden mogen erbij?", min_value=0, max_value=12)
    source = line("Waar staat dit?", most=_SOURCE, required=True)

    def __init__(self, data: QueryDict | None, *, seen: Term) -> None:
        """Begin with what holds now."""
        names = ("number", "months", "extension", "source")
        super().__init__(data, initial={name: getattr(seen, name) for name in names})

    def term(self) -> Term:
        """Give what was filled in."""
        return Term(**self.cleaned_data)
