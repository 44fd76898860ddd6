"""Forms of keeping and destroying."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import QueryDict

from houvast.accountability.models import DestructionAnswer, LegalHold, RetentionPeriod
from houvast.accountability.rules.retention import WITH_OWN_DAY
from houvast.ave.vocabulary import Domain
from houvast.directory.models import Organisation
from houvast.kernel.clock_start import RecordKind
from houvast.kernel.terms import word_for
from houvast.web.form_fields import choice, day, line, needed, offer
from houvast.web.retention import looks

Outcome = DestructionAnswer.Outcome
CHOOSE_ONE = "Maak een keuze."


class ProposalForm(forms.Form):
    """Proposing asks nothing."""


class ListForm(forms.Form):
    """Which of a list; all of it unless something is taken off."""

    chosen = forms.MultipleChoiceField(
        label="Wat?", widget=forms.CheckboxSelectMultiple, error_messages={"required": "Kies er ten minste één."}
    )

    def __init__(self, data: QueryDict | None, *, rows: Sequence[tuple[str, str]]) -> None:
        """Offer these rows."""
        super().__init__(data, initial={"chosen": [value for value, _ in rows]})
        offer(self, "chosen", rows)


class HoldForm(forms.Form):
    """Why something must stay, and when somebody looks again."""

    reason = choice("Waarom moet dit blijven?", [(each.value, word_for(each)) for each in LegalHold.Reason], radio=True)
    review_on = day("Wanneer kijkt u opnieuw?", help_text="Het blijft vast tot u het vrijgeeft, ook na deze dag.")


class AnswerForm(forms.Form):
    """The answer to a proposal. Who proposed it can only take it back."""

    outcome = choice("Wat is uw antwoord?", radio=True)
    reason = choice(
        "Waarom niet?",
        [("", "Niet van toepassing"), *((each.value, word_for(each)) for each in DestructionAnswer.Reason)],
    )

    def __init__(self, data: QueryDict | None, *, own: bool) -> None:
        """Offer what this person may answer."""
        super().__init__(data)
        offered = [Outcome.WITHDRAWN] if own else [Outcome.APPROVED, Outcome.REFUSED]
        words = {Outcome.APPROVED: "Ja, vernietigen", Outcome.REFUSED: "Nee, bewaren", Outcome.WITHDRAWN: "Intrekken"}
        offer(self, "outcome", [(each.value, words[each]) for each in offered])
        self.fields["reason"].help_text = "Alleen als het antwoord niet ja is."


def _grounds() -> list[tuple[str, str]]:
    """Offer the domains of a municipality, and what else records stand on."""
    domains = [(each.value, word_for(each)) for each in Domain]
    return [("", "Elke grond"), *domains, *((code, word) for code, word in looks.GROUNDS.items())]


class PeriodForm(forms.Form):
    """How long records of a kind are kept."""

    years = needed(forms.IntegerField(label="Hoeveel jaar?"), "Vul een aantal jaren in.")
    counted_from = needed(
        choice("Vanaf wanneer?", [(each.value, word_for(each)) for each in RetentionPeriod.CountedFrom], radio=True),
        CHOOSE_ONE,
    )
    source = needed(
        line("Waar staat dat?", most=200, help_text="Een wet met artikel, of een besluit van uw gemeente."),
        "Vul in waar deze termijn staat: een wet met artikel, of een besluit.",
    )
    certainty = needed(
        choice("Hoe zeker is het?", [(each.value, word_for(each)) for each in RetentionPeriod.Certainty], radio=True),
        CHOOSE_ONE,
    )
    active = forms.BooleanField(label="In gebruik", required=False)


class ChangePeriodForm(PeriodForm):
    """Another version of a period; `number` is that of the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput)


class NewPeriodForm(PeriodForm):
    """For which records a period is: their kind, their ground and the kind of organisation that wrote them."""

    kind = needed(choice("Welke gegevens?"), CHOOSE_ONE)
    ground = choice("Op welke grond?", _grounds())
    organisation_kind = choice(
        "Van wat voor organisatie?",
        [("", "Elke organisatie"), *((each.value, word_for(each)) for each in Organisation.Kind)],
    )
    field_order = ("kind", "ground", "organisation_kind", "years", "counted_from", "source", "certainty", "active")

    def __init__(self, data: QueryDict | None, *, initial: Mapping[str, object]) -> None:
        """Offer the kinds that a municipality sets a period for."""
        super().__init__(data, initial=dict(initial))
        kinds = [each for each in RetentionPeriod.RecordKind if RecordKind(each) not in WITH_OWN_DAY]
        offer(self, "kind", [(each.value, word_for(each)) for each in kinds], nothing=CHOOSE_ONE)
