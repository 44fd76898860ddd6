"""Forms of crucial moments. What must be filled in is judged by the services, so that all that is wrong is told."""

from django import forms

from houvast.cases.models import CrucialMoment, MomentItem, MomentReport
from houvast.kernel.terms import word_for

LONG_TEXT = 4000
SHORT_TEXT = 200
DAY_FORMATS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
KINDS = [(kind.value, word_for(kind)[:1].upper() + word_for(kind)[1:]) for kind in CrucialMoment.Kind]
DONE, NOT_DONE, OPEN = MomentReport.State.DONE, MomentReport.State.NOT_DONE, MomentReport.State.OPEN


def day(label: str, help_text: str = "", *, may_be_empty: bool = False) -> forms.DateField:
    """Give a field for a day, picked or typed. `may_be_empty` says so on the screen; the service judges the rest."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    required = not may_be_empty
    return forms.DateField(
        label=label, help_text=help_text, required=required, widget=widget, input_formats=DAY_FORMATS
    )


def few_words(label: str, help_text: str = "", *, may_be_empty: bool = False) -> forms.CharField:
    """Give a field for one or two sentences."""
    widget = forms.Textarea(attrs={"rows": 2})
    return forms.CharField(
        label=label, help_text=help_text, required=not may_be_empty, max_length=LONG_TEXT, widget=widget
    )


def one_line(label: str, length: int, help_text: str = "") -> forms.CharField:
    """Give a field for a name or number that may be unknown."""
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=length)


class PlanForm(forms.Form):
    """A new moment, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Wat gaat er gebeuren?", choices=[("", "Kies"), *KINDS])
    on_date = day("Op welke dag?", "Weet u het niet precies? Vul dan de eerste dag in waarop het kan.")
    until = day("Of tot en met", "Alleen als u een periode weet en geen dag.", may_be_empty=True)
    happened = forms.BooleanField(label="Dit is al gebeurd", required=False)
    about = few_words("Waar gaat het om?", "Bijvoorbeeld wie het is, en waarheen.", may_be_empty=True)
    from_name = one_line("Wie belt u waar iemand vandaan komt?", 120, "Bijvoorbeeld de casemanager in de kliniek.")
    from_organisation = one_line("Bij welke organisatie?", 120)
    from_phone = one_line("Telefoon", 20)
    to_name = one_line("Wie belt u waar iemand heen gaat?", 120, "Bijvoorbeeld het FACT-team.")
    to_organisation = one_line("Bij welke organisatie daar?", 120)
    to_phone = one_line("Telefoon daar", 20)


class MoveForm(forms.Form):
    """Another day."""

    on_date = day("Nieuwe dag")
    until = day("Of tot en met", "Alleen als u een periode weet en geen dag.", may_be_empty=True)
    reason = few_words("Waarom verandert de dag?")


class HappenedForm(forms.Form):
    """On which day it happened."""

    on_date = day("Op welke dag ging het door?")
    text = few_words("Hoe ging het?", may_be_empty=True)


class CancelForm(forms.Form):
    """Why it does not come."""

    reason = few_words("Waarom gaat het niet door?")


class ItemForm(forms.Form):
    """Something to do, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    text = forms.CharField(label="Wat moet er gebeuren?", max_length=SHORT_TEXT)
    timing = forms.ChoiceField(
        label="Vóór of na het moment?",
        widget=forms.RadioSelect,
        choices=[(MomentItem.Timing.BEFORE.value, "Vooraf"), (MomentItem.Timing.AFTER.value, "Achteraf")],
        initial=MomentItem.Timing.BEFORE.value,
    )
    due = day("Wanneer moet het klaar zijn?")
    who = one_line("Wie doet dit?", 120, "Bijvoorbeeld: kliniek. Een collega kiest u hieronder.")
    member = forms.ChoiceField(label="Collega in Houvast", required=False)


class ContactForm(forms.Form):
    """Whom to call."""

    name = forms.CharField(label="Naam", max_length=120)
    organisation = one_line("Organisatie", 120)
    phone = one_line("Telefoon", 20)


class ReportForm(forms.Form):
    """How an item stands."""

    state = forms.ChoiceField(
        label="Hoe staat het?",
        widget=forms.RadioSelect,
        choices=[(DONE.value, "Gedaan"), (NOT_DONE.value, "Lukt niet"), (OPEN.value, "Moet nog")],
        initial=DONE.value,
    )
    text = few_words("Toelichting", "Verplicht als het niet lukt: dan kan een ander iets bedenken.", may_be_empty=True)
