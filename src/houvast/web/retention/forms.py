"""Forms of keeping and destroying."""

from django import forms
from django.http import QueryDict

from houvast.accountability.models import DestructionAnswer, LegalHold, RetentionPeriod
from houvast.kernel.terms import word_for
from houvast.web.form_fields import choice, day, line, needed, offer

Outcome = DestructionAnswer.Outcome
CHOOSE_ONE = "Maak een keuze."


class ProposalForm(forms.Form):
    """Proposing asks nothing."""


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


class PeriodForm(forms.Form):
    """How long records of a kind are kept."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    years = forms.IntegerField(label="Hoeveel jaar?", required=False)
    counted_from = needed(
        choice("Vanaf wanneer?", [(each.value, word_for(each)) for each in RetentionPeriod.CountedFrom], radio=True),
        CHOOSE_ONE,
    )
    source = line("Waar staat dat?", most=200, help_text="Een wet met artikel, of een besluit van uw gemeente.")
    certainty = needed(
        choice("Hoe zeker is het?", [(each.value, word_for(each)) for each in RetentionPeriod.Certainty], radio=True),
        CHOOSE_ONE,
    )
    active = forms.BooleanField(label="In gebruik", required=False)
