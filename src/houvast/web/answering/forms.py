"""What a partner fills in. What must be filled in is judged by the service."""

from django import forms

from houvast.plans.rules.links import LONGEST_WHY, LinkAnswer

DONE, NOT_DONE = "gedaan", "niet-gedaan"


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label="Code van zes cijfers",
        max_length=20,
        help_text="U hebt 10 minuten. De code werkt één keer.",
        error_messages={"required": "Vul de code in die u kreeg."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class AnswerForm(forms.Form):
    """Done, or not and why."""

    done = forms.ChoiceField(
        label="Is het gedaan?",
        choices=[(DONE, "Ja, het is gedaan"), (NOT_DONE, "Nee, het is niet gedaan")],
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies of het gedaan is."),
    )
    why = forms.CharField(
        label="Toelichting",
        required=False,
        max_length=LONGEST_WHY,
        help_text="Verplicht als het niet is gedaan. Noem geen namen.",
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )

    def answer(self) -> LinkAnswer:
        """Give what was filled in."""
        return LinkAnswer(self.cleaned_data["done"] == DONE, self.cleaned_data["why"])
