"""Forms of tailor-made help. Amounts are written as people write them; what is missing is judged by the services."""

from django import forms

from houvast.kernel.euros import cents_of
from houvast.kernel.value_terms import VALUES
from houvast.plans.rules.tailor_made import (
    LONGEST_TEXT,
    NO_AMOUNT,
    Brought,
    NewTailorAnswer,
    NewTailorMade,
    NewTailorOutcome,
    RefusalReason,
    TailorAnswer,
    TailorContent,
    Way,
)
from houvast.web.form_fields import choice, long_text

_REASONS = [
    ("", "Kies waarom"),
    *((each.value, VALUES["TailorMadeDecision.Reason"][each.name]) for each in RefusalReason),
]
_BROUGHT = [(each.value, VALUES["TailorMadeOutcome.Brought"][each.name].capitalize()) for each in Brought]
_YES_OR_NO = [(TailorAnswer.GRANTED.value, "Toekennen"), (TailorAnswer.REFUSED.value, "Weigeren")]


class EurosField(forms.Field):
    """An amount, typed in euros and read as whole cents."""

    def to_python(self, value: object) -> int | None:
        """Read it; None when nothing was typed. Raises `ValidationError` for what is no amount."""
        typed = str(value or "").strip()
        cents = cents_of(typed)
        if typed and cents is None:
            raise forms.ValidationError(NO_AMOUNT)
        return cents


def amount(label: str, *, help_text: str = "", required: bool = True) -> EurosField:
    """Give a field for an amount in euros."""
    return EurosField(
        label=label,
        required=required,
        help_text=help_text,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "maxlength": "20"}),
        error_messages={"required": NO_AMOUNT},
    )


def _words(label: str, missing: str, *, rows: int = 2, help_text: str = "") -> forms.CharField:
    """Give a field for a few sentences that must be there."""
    field = long_text(label, required=True, rows=rows, most=LONGEST_TEXT, help_text=help_text)
    field.error_messages["required"] = missing
    return field


class AloneForm(forms.Form):
    """The three fields of what a case director decides alone."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    what = _words("Wat gaat u doen of kopen?", "Schrijf op wat u wilt doen of kopen.")
    amount = amount("Bedrag in euro’s", help_text="Bijvoorbeeld 120 of 49,95.")
    effect = _words("Wat moet het bereiken?", "Schrijf op wat het moet bereiken.")

    def new(self) -> NewTailorMade:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewTailorMade(Way.ALONE, TailorContent(filled["what"], filled["effect"]), filled["amount"])


class AskForm(forms.Form):
    """The reversed test: the effect first, then what happens without it, then the law, and only then what it costs."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    effect = _words(
        "1. Welk effect wilt u bereiken?",
        "Schrijf op wat het moet bereiken.",
        rows=3,
        help_text="In de woorden van de inwoner, als dat kan.",
    )
    without = _words(
        "2. Wat gebeurt er als dit niet doorgaat?",
        "Schrijf op wat er gebeurt als dit niet doorgaat.",
        rows=3,
        help_text="Ook wat dat kost, als u dat weet.",
    )
    law = _words(
        "3. Wat zegt de wet, en hoe past dit daarin?",
        "Schrijf op wat de wet zegt, en hoe dit daarin past.",
        rows=3,
        help_text="Begin bij de bedoeling van de wet.",
    )
    what = _words("4. Wat wilt u doen of kopen?", "Schrijf op wat u wilt doen of kopen.")
    amount = amount("5. Bedrag in euro’s", help_text="Bijvoorbeeld 600 of 1.250,50.")

    def new(self) -> NewTailorMade:
        """Give what was filled in."""
        filled = self.cleaned_data
        words = TailorContent(filled["what"], filled["effect"], filled["without"], filled["law"])
        return NewTailorMade(Way.ASKED, words, filled["amount"])


class AnswerForm(forms.Form):
    """Granted, with an amount; or refused, with a reason that is counted and words that are not."""

    answer = forms.ChoiceField(
        label="Wat besluit u?",
        choices=_YES_OR_NO,
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat u besluit."),
    )
    amount = amount("Bij toekennen: welk bedrag, in euro’s?", required=False, help_text="Mag lager zijn dan gevraagd.")
    reason = choice("Bij weigeren: waarom kan dit niet?", _REASONS)
    why = long_text(
        "Toelichting", rows=2, most=LONGEST_TEXT, help_text="Verplicht als u weigert. Wie het vroeg, leest dit."
    )

    def new(self) -> NewTailorAnswer:
        """Give what was filled in; what belongs to the other answer is left out."""
        filled = self.cleaned_data
        answer = TailorAnswer(filled["answer"])
        if answer is TailorAnswer.GRANTED:
            return NewTailorAnswer(answer, filled["amount"], why=filled["why"])
        return NewTailorAnswer(
            answer, reason=RefusalReason(filled["reason"]) if filled["reason"] else None, why=filled["why"]
        )


class WithdrawForm(forms.Form):
    """Why it is not asked any more."""

    why = _words("Waarom is dit niet meer nodig?", "Schrijf in één zin op waarom.")


class OutcomeForm(forms.Form):
    """What it brought, and what it really cost."""

    brought = forms.ChoiceField(
        label="Hielp het?",
        choices=_BROUGHT,
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies of het hielp."),
    )
    words = _words("Wat bracht het?", "Schrijf op wat het bracht.")
    amount = amount("Wat kostte het echt, in euro’s?", help_text="Kostte het niets? Vul 0 in.")

    def new(self) -> NewTailorOutcome:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewTailorOutcome(Brought(filled["brought"]), filled["words"], filled["amount"])


class SettingForm(forms.Form):
    """An amount that a municipality sets; `number` is the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    amount = amount("Bedrag in euro’s", help_text="Bijvoorbeeld 250 of 20.000.")
