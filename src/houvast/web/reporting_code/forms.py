"""Forms of reporting codes. What must be filled in is judged by the services, so that all of it is told at once."""

from uuid import UUID

from django import forms

from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.reporting_code.rules.steps import (
    LONGEST_TEXT,
    NO_DAY,
    NO_PERSON,
    NO_STEP,
    NO_WHY,
    NO_WORDS,
    SAID,
    CodeOutcome,
    CodeStep,
    NewStep,
)
from houvast.reporting_code.services.begin_reporting_code import NewReportingCode
from houvast.web.form_fields import CHOOSE, choice, day, long_text, needed

_STEP_5 = "Alleen bij stap 5."


class BeginForm(forms.Form):
    """About whom, and why."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    resident = needed(choice("Om wie gaat het?", ()), NO_PERSON)
    why = needed(
        long_text("Welke signalen zijn er?", rows=4, most=LONGEST_TEXT, help_text="Wat zag of hoorde u, en wanneer?"),
        NO_WHY,
    )

    def new(self) -> NewReportingCode:
        """Give what was filled in."""
        chosen = self.cleaned_data["resident"]
        return NewReportingCode(UUID(chosen) if chosen else None, self.cleaned_data["why"], self.cleaned_data["once"])


class StepForm(forms.Form):
    """Which step, on which day, and what was done; of the decision also the outcome."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=new_id)
    step = needed(
        choice("Welke stap?", [("", CHOOSE), *((step.value, SAID[step].capitalize()) for step in CodeStep)]), NO_STEP
    )
    on_date = needed(day("Op welke dag?"), NO_DAY)
    words = needed(long_text("Wat deed u, met wie, en wat kwam eruit?", rows=4, most=LONGEST_TEXT), NO_WORDS)
    skipped = forms.BooleanField(label="Het gesprek is niet gevoerd, omdat dat niet veilig is", required=False)
    outcome = choice("Wat is het besluit?", [("", _STEP_5), *((each.value, word_for(each)) for each in CodeOutcome)])
    reported_on = day("Gemeld bij Veilig Thuis op", help_text=_STEP_5)
    urgent = forms.BooleanField(label="Er was acuut gevaar: de melding kon niet wachten", required=False)

    def new(self) -> NewStep:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewStep(
            step=CodeStep(filled["step"]) if filled["step"] else None,
            on_date=filled["on_date"],
            words=filled["words"],
            skipped=filled["skipped"],
            outcome=CodeOutcome(filled["outcome"]) if filled["outcome"] else None,
            reported_on=filled["reported_on"],
            urgent=filled["urgent"],
        )
