"""Forms of crucial moments. What must be filled in is judged by the services, so that all that is wrong is told."""

from django import forms

from houvast.cases.models import CrucialMoment, MomentItem, MomentReport
from houvast.kernel.terms import word_for
from houvast.web.form_fields import day, line, long_text

SHORT_TEXT = 200
KINDS = [(kind.value, word_for(kind)[:1].upper() + word_for(kind)[1:]) for kind in CrucialMoment.Kind]
DONE, NOT_DONE, OPEN = MomentReport.State.DONE, MomentReport.State.NOT_DONE, MomentReport.State.OPEN


class PlanForm(forms.Form):
    """A new moment, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Wat gaat er gebeuren?", choices=[("", "Kies"), *KINDS])
    on_date = day(
        "Op welke dag?", required=True, help_text="Weet u het niet precies? Vul dan de eerste dag in waarop het kan."
    )
    until = day("Of tot en met", help_text="Alleen als u een periode weet en geen dag.")
    happened = forms.BooleanField(label="Dit is al gebeurd", required=False)
    about = long_text("Waar gaat het om?", rows=2, help_text="Bijvoorbeeld wie het is, en waarheen.")
    from_name = line(
        "Wie belt u waar iemand vandaan komt?", most=120, help_text="Bijvoorbeeld de casemanager in de kliniek."
    )
    from_organisation = line("Bij welke organisatie?", most=120)
    from_phone = line("Telefoon", most=20)
    to_name = line("Wie belt u waar iemand heen gaat?", most=120, help_text="Bijvoorbeeld het FACT-team.")
    to_organisation = line("Bij welke organisatie daar?", most=120)
    to_phone = line("Telefoon daar", most=20)


class MoveForm(forms.Form):
    """Another day."""

    on_date = day("Nieuwe dag", required=True)
    until = day("Of tot en met", help_text="Alleen als u een periode weet en geen dag.")
    reason = long_text("Waarom verandert de dag?", required=True, rows=2)


class HappenedForm(forms.Form):
    """On which day it happened."""

    on_date = day("Op welke dag ging het door?", required=True)
    text = long_text("Hoe ging het?", rows=2)


class CancelForm(forms.Form):
    """Why it does not come."""

    reason = long_text("Waarom gaat het niet door?", required=True, rows=2)


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
    due = day("Wanneer moet het klaar zijn?", required=True)
    who = line("Wie doet dit?", most=120, help_text="Bijvoorbeeld: kliniek. Een collega kiest u hieronder.")
    member = forms.ChoiceField(label="Collega in Houvast", required=False)


class ContactForm(forms.Form):
    """Whom to call."""

    name = forms.CharField(label="Naam", max_length=120)
    organisation = line("Organisatie", most=120)
    phone = line("Telefoon", most=20)


class ReportForm(forms.Form):
    """How an item stands."""

    state = forms.ChoiceField(
        label="Hoe staat het?",
        widget=forms.RadioSelect,
        choices=[(DONE.value, "Gedaan"), (NOT_DONE.value, "Lukt niet"), (OPEN.value, "Moet nog")],
        initial=DONE.value,
    )
    text = long_text("Toelichting", rows=2, help_text="Verplicht als het niet lukt: dan kan een ander iets bedenken.")
