"""Forms of referrals and files. What must be filled in is judged by the services, so that all of it is told at once."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

from django import forms
from django.http import QueryDict

from houvast.kernel.terms import word_for
from houvast.safety_house.rules.content import (
    LEGAL_GROUND,
    LONGEST_LINE,
    AnswerContent,
    ByHand,
    LookBackContent,
    NewReferral,
    ReferralContent,
    ReferralOutcome,
    ReturnContent,
)
from houvast.safety_house.rules.criteria import CriterionLine, Need
from houvast.safety_house.rules.pieces import SPECIAL, PieceKind
from houvast.web.form_fields import day, line, long_text, offer

_HELP = {
    PieceKind.SITUATION: "Kort en feitelijk. Wat hier niet staat, krijgt het Zorg- en Veiligheidshuis niet.",
    PieceKind.PERSONS: "Houvast zette dit klaar. Haal weg wat niet nodig is.",
    PieceKind.PLAN: "De doelen van nu. Haal weg wat niet nodig is.",
    PieceKind.ORGANISATIONS: "Haal weg wie er niet toe doet.",
    PieceKind.CARE: "Alleen wat nodig is om iemand te helpen of te beschermen. Nooit een diagnose zonder reden.",
    PieceKind.JUSTICE: "Alleen wat u mag doorgeven van wie het kwam.",
}


def capital(word: str) -> str:
    """Begin with a capital; in Dutch it is "Eén", without the second accent."""
    return word[:1].upper().replace("É", "E") + word[1:]


class ReferralForm(forms.Form):
    """A referral on one page: what is expected, why here, what goes along, and what the resident knows."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    house = forms.UUIDField(widget=forms.HiddenInput)
    expects = long_text(
        "Wat verwacht u van het Zorg- en Veiligheidshuis?",
        required=True,
        help_text="Zo concreet als u kunt: wie, wat, tot wanneer.",
    )
    criteria = forms.MultipleChoiceField(
        label="Welke criteria kloppen?", required=False, widget=forms.CheckboxSelectMultiple
    )
    why_met = long_text("Waarom kloppen die, en waarom lukt het lokaal niet?", required=True)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        criteria: Sequence[CriterionLine],
        pieces: Mapping[PieceKind, str],
        initial: Mapping[str, object],
    ) -> None:
        """Ask for the criteria of this house and offer the pieces that the viewer may disclose."""
        super().__init__(data, initial={**initial, **{kind.value: words for kind, words in pieces.items()}})
        offer(self, "criteria", [(each.code, _criterion(each)) for each in criteria])
        self.kinds = tuple(pieces)
        for kind in self.kinds:
            label = capital(word_for(kind))
            self.fields[kind.value] = long_text(
                label, required=kind is PieceKind.SITUATION, help_text=_HELP[kind], rows=4 if pieces[kind] else 2
            )
        if SPECIAL & set(self.kinds):
            self.fields["necessity"] = long_text("Deelt u iets over zorg of justitie? Waarom is dat nodig?")
        self.fields["legal_ground"] = line("Op welke grond deelt u dit?", most=LONGEST_LINE, required=True)
        self.fields["legal_ground"].initial = LEGAL_GROUND
        self.fields["told_on"] = day(
            "Wanneer hoorde de inwoner dit?", help_text="Leeg als de inwoner het nog niet weet."
        )
        self.fields["tell_before"] = day("Nog niet verteld? Wanneer uiterlijk wel?")
        self.fields["told"] = long_text("Wat vertelde u, of waarom nog niet?", required=True)

    def new(self) -> NewReferral:
        """Give what was filled in."""
        filled = self.cleaned_data
        content = ReferralContent(
            filled["expects"].strip(),
            filled["why_met"].strip(),
            filled.get("necessity", "").strip(),
            filled["told"].strip(),
        )
        pieces = {kind: filled[kind.value] for kind in self.kinds if filled[kind.value].strip()}
        return NewReferral(
            content=content,
            criteria=frozenset(filled["criteria"]),
            pieces=pieces,
            legal_ground=filled["legal_ground"],
            told_on=filled["told_on"],
            tell_before=filled["tell_before"],
        )


def _criterion(each: CriterionLine) -> str:
    return each.text if each.need is Need.ALWAYS else f"{each.text} ({word_for_need(each.need)})"


def word_for_need(need: Need) -> str:
    """Give a need in words."""
    return {Need.ALWAYS: "altijd nodig", Need.ONE_OF: "één van deze is genoeg"}[need]


class AnswerForm(forms.Form):
    """What the house answers."""

    outcome = forms.ChoiceField(
        label="Wat is het antwoord?",
        choices=[(each.value, capital(word_for(each))) for each in ReferralOutcome],
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat het antwoord is."),
    )
    will = long_text("Wat gaat het Zorg- en Veiligheidshuis doen?", help_text="Verplicht bij aangenomen.")
    will_not = long_text(
        "En wat gaat het niet doen?",
        help_text="Verplicht bij aangenomen. Bijvoorbeeld: de casusregie overnemen.",
    )
    why = long_text("Waarom niet, of wat is het advies?", help_text="Verplicht bij geweigerd en bij advies.")

    def content(self) -> AnswerContent:
        """Give what was filled in."""
        filled = self.cleaned_data
        return AnswerContent(
            filled["will"].strip(),
            filled["will_not"].strip(),
            filled["why"].strip(),
            filled.get("spoken_with", "").strip(),
        )


class ReturnForm(forms.Form):
    """What goes along when a case goes back."""

    done = long_text("Wat is er gedaan?", required=True)
    expects = long_text("Wat verwacht het Zorg- en Veiligheidshuis nu van de gemeente?", required=True)
    why = long_text("Waarom gaat de casus terug?", required=True)

    def content(self) -> ReturnContent:
        """Give what was filled in."""
        return ReturnContent(**{name: _as_text(value) for name, value in self.cleaned_data.items() if name in _SAID})


_SAID = frozenset(each.name for each in fields(ReturnContent))


def _as_text(value: object) -> str:
    """Give what was written, a day as text, and nothing for nothing."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value).strip()


class AccountedReturnForm(ReturnForm):
    """A return with, piece by piece, what goes along, and the account of that."""

    care = long_text(
        "Moet de gemeente iets weten over zorg?", help_text="Alleen wat nodig is. Leeg: dan gaat er niets mee."
    )
    justice = long_text(
        "Moet de gemeente iets weten over politie en justitie?",
        help_text="Alleen wat u mag doorgeven van wie het kwam.",
    )
    necessity = long_text("Deelt u iets over zorg of justitie? Waarom is dat nodig?")
    legal_ground = line("Op welke grond deelt u dit?", most=LONGEST_LINE, required=True)
    told_on = day("Wanneer hoorde de inwoner dit?", help_text="Leeg als de inwoner het nog niet weet.")
    tell_before = day("Nog niet verteld? Wanneer uiterlijk wel?", help_text="Leeg als de inwoner het weet.")
    told = long_text("Wat vertelde u, of waarom nog niet?", required=True)


class _ByHandForm(forms.Form):
    """When and how a house outside Houvast said it."""

    spoken_with = line("Wie zei dit?", most=LONGEST_LINE, required=True)
    channel = forms.CharField(label="Hoe hoorde u dit?", help_text="Bijvoorbeeld: telefoon, of brief.", max_length=40)
    given_on = day("Op welke dag?", required=True)

    def by_hand(self) -> ByHand:
        """Give when and how."""
        given_on = self.cleaned_data["given_on"]
        return ByHand(given_on if isinstance(given_on, date) else None, str(self.cleaned_data["channel"]))


class OutsideAnswerForm(AnswerForm, _ByHandForm):
    """An answer of a house outside Houvast."""


class OutsideReturnForm(ReturnForm, _ByHandForm):
    """A return by a house outside Houvast."""


class LookBackForm(forms.Form):
    """What came of both expectations."""

    ours = long_text("Wat kwam er van wat u verwachtte?", required=True)
    theirs = long_text("Wat kwam er van wat het Zorg- en Veiligheidshuis zou doen?", required=True)
    next_time = long_text("Wat doet u een volgende keer anders?", required=True)

    def content(self) -> LookBackContent:
        """Give what was filled in."""
        return LookBackContent(*(self.cleaned_data[name].strip() for name in ("ours", "theirs", "next_time")))


class NoteForm(forms.Form):
    """A note in a file."""

    text = long_text("Notitie", required=True, rows=6)


class ParticipantForm(forms.Form):
    """Who takes part."""

    member = forms.ChoiceField(label="Wie doet er mee?", error_messages={"invalid_choice": "Kies iemand uit de lijst."})


class CriterionForm(forms.Form):
    """An admission criterion, with the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    text = line("Wat moet er waar zijn?", most=LONGEST_LINE, required=True)
    need = forms.ChoiceField(
        label="Hoe telt het?",
        choices=[(each.value, capital(word_for_need(each))) for each in Need],
        widget=forms.RadioSelect,
    )
    source = line(
        "Waar staat dit?",
        most=LONGEST_LINE,
        required=True,
        help_text="Bijvoorbeeld het convenant. Weet u het niet, schrijf dan 'onbevestigd'.",
    )
    active = forms.BooleanField(label="In gebruik bij nieuwe aanmeldingen", required=False)
