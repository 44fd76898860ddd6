"""Forms of grounds and covenants. What must be filled in is judged by the services."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.cases.rules.matrix import Part
from houvast.directory.selectors_elsewhere import Neighbour
from houvast.kernel.terms import word_for
from houvast.sharing.rules.covenants import CovenantLine
from houvast.sharing.rules.grounds import LONGEST_LINE, SHAREABLE, GroundLine, ReceiverKind
from houvast.sharing.rules.terms import SharingTerms
from houvast.web.form_fields import Choices, choice, day, line, needed, offer


def capital(word: str) -> str:
    """Begin with a capital."""
    return word[:1].upper() + word[1:]


class GroundForm(forms.Form):
    """An entry of the table, with the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    receiver = needed(
        choice("Met wie wordt gedeeld?", [(each.value, capital(word_for(each))) for each in ReceiverKind]), "Kies wie."
    )
    purpose = line("Waarvoor?", most=LONGEST_LINE, required=True, help_text="Zo smal als het kan, in gewone woorden.")
    law = line("Welke wet, en welk artikel?", most=LONGEST_LINE, required=True)
    covers = forms.MultipleChoiceField(
        label="Wat dekt deze grond?",
        error_messages={"required": "Kies wat er met deze grond mag worden gedeeld."},
        choices=[(part.value, capital(word_for(part))) for part in SHAREABLE],
        widget=forms.CheckboxSelectMultiple,
    )
    secrecy = forms.BooleanField(label="Zorg is geheim: opheffen of doorbreken moet eerst", required=False)
    consent = forms.BooleanField(label="Geldt alleen met toestemming van de inwoner", required=False)
    second = forms.BooleanField(label="Een ander keurt het eerst goed", required=False)
    second_by = choice("Als een ander het goedkeurt: wie?")
    covenant = choice("Op welk convenant steunt dit?")
    source = line(
        "Waar staat dit?", most=LONGEST_LINE, required=True, help_text="Weet u het niet, schrijf dan 'onbevestigd'."
    )
    confirmed = forms.BooleanField(label="De functionaris gegevensbescherming heeft dit bevestigd", required=False)
    active = forms.BooleanField(label="In gebruik", required=False)

    def __init__(
        self, data: QueryDict | None, *, covenants: Sequence[CovenantLine], functions: Choices, seen: GroundLine
    ) -> None:
        """Begin with what holds now."""
        initial = {
            "number": seen.number,
            "receiver": seen.receiver.value,
            "purpose": seen.purpose,
            "law": seen.law,
            "covers": [part.value for part in seen.covers],
            "secrecy": seen.secrecy,
            "consent": seen.consent,
            "second": seen.second,
            "second_by": seen.second_by,
            "covenant": seen.covenant,
            "source": seen.source,
            "confirmed": seen.confirmed,
            "active": seen.active,
        }
        super().__init__(data, initial=initial)
        offer(self, "second_by", functions, nothing="Wie ook de casus of het proces leidt")
        offer(self, "covenant", [(each.code, each.name) for each in covenants], nothing="Geen convenant")

    def line(self, code: str) -> GroundLine:
        """Give what was filled in."""
        filled = self.cleaned_data
        return GroundLine(
            code=code,
            receiver=ReceiverKind(filled["receiver"]),
            purpose=filled["purpose"],
            law=filled["law"],
            covers=frozenset(Part(part) for part in filled["covers"]),
            source=filled["source"],
            secrecy=filled["secrecy"],
            consent=filled["consent"],
            second=filled["second"],
            second_by=filled["second_by"],
            covenant=filled["covenant"],
            confirmed=filled["confirmed"],
            active=filled["active"],
            number=filled["number"],
        )


def _days(label: str) -> forms.IntegerField:
    wrong = dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Vul een getal in.")
    return forms.IntegerField(label=label, error_messages=wrong)


class TermsForm(forms.Form):
    """Terms in days, with the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    share_days = _days("Hoeveel dagen deelt u iets hoogstens?")
    consent_days = _days("Hoeveel dagen legt u toestemming hoogstens vast?")
    usual_days = _days("Met hoeveel dagen begint de pagina om te delen?")

    def __init__(self, data: QueryDict | None, *, seen: SharingTerms) -> None:
        """Begin with what holds now."""
        super().__init__(data, initial=asdict(seen))


class CovenantForm(forms.Form):
    """A covenant, with the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    name = line("Hoe heet het convenant?", most=LONGEST_LINE, required=True)
    parties = line("Wie ondertekenden het?", most=LONGEST_LINE, required=True)
    purpose = line("Waarvoor is het gesloten?", most=LONGEST_LINE, required=True)
    document = line("Waar is het stuk te vinden?", most=LONGEST_LINE, required=True, help_text="Zoals een zaaknummer.")
    from_on = day("Vanaf welke dag geldt het?", required=True)
    until_on = day("Tot en met welke dag?", required=True)
    warn_days = forms.IntegerField(label="Hoeveel dagen vooraf waarschuwt Houvast?", min_value=0, max_value=730)
    answers = forms.MultipleChoiceField(
        label="Welke gemeenten mogen vragen of iemand bij u bekend is?",
        required=False,
        help_text="Zij horen of er een casus is en wie zij bellen, niet waarover. Kiest u niets, dan horen zij niets.",
        widget=forms.CheckboxSelectMultiple,
    )
    active = forms.BooleanField(label="In gebruik", required=False)

    def __init__(self, data: QueryDict | None, *, seen: CovenantLine, others: Sequence[Neighbour]) -> None:
        """Begin with what holds now; `others` are the municipalities that can be let in."""
        names = ("number", "name", "parties", "purpose", "document", "from_on", "until_on", "warn_days", "active")
        initial: dict[str, object] = {name: getattr(seen, name) for name in names}
        super().__init__(data, initial={**initial, "answers": [str(each) for each in seen.answers]})
        offer(self, "answers", [(str(each.id), each.name) for each in others])

    def line(self, code: str) -> CovenantLine:
        """Give what was filled in."""
        filled = dict(self.cleaned_data)
        answers = frozenset(UUID(each) for each in filled.pop("answers"))
        return CovenantLine(code=code, answers=answers, **filled)
