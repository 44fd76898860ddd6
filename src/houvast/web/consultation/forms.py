"""What is filled in about tables and meetings. Dates may be said as people say them; services judge the rest."""

from datetime import date

from django import forms

from houvast.consultation.models import AgendaItem, ConsultationTable, ItemGuest, TableAnswer
from houvast.kernel.said_dates import said_day
from houvast.kernel.terms import word_for

SAID = "Zoals u het zegt: do, morgen, 26 nov of 2026-11-26."


class SaidDate(forms.CharField):
    """A day as people say it; `on_day` is what it means."""

    def __init__(self, label: str, help_text: str = SAID) -> None:
        """Take a short line of text."""
        super().__init__(label=label, max_length=40, help_text=help_text)


def on_day(form: forms.Form, name: str, today: date) -> date | None:
    """Give the day that was meant; when it cannot be understood, put that at the field."""
    day = said_day(str(form.cleaned_data.get(name, "")), today)
    if day is None and name not in form.errors:
        form.add_error(name, "Deze dag is niet te begrijpen. Schrijf bijvoorbeeld: do, morgen of 26 nov.")
    return day


class TextForm(forms.Form):
    """What was said; `seen` is the version that was on the screen."""

    seen = forms.IntegerField(
        label="Dit formulier",
        widget=forms.HiddenInput,
        min_value=0,
        required=False,
        error_messages=dict.fromkeys(("invalid", "min_value"), "is niet goed overgekomen. Open dit punt opnieuw."),
    )
    text = forms.CharField(
        label="Wat is gezegd, in drie regels",
        widget=forms.Textarea(attrs={"rows": "3", "data-toets": "t"}),
        required=False,
    )


class ResolutionForm(forms.Form):
    """A resolution in one row. `once` is the id that it is going to have."""

    once = forms.UUIDField(
        label="Dit formulier",
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid"), "is niet goed overgekomen. Open dit punt opnieuw."),
    )
    beamer = forms.BooleanField(widget=forms.HiddenInput, required=False)
    what = forms.CharField(
        label="Wat",
        required=False,
        help_text="Zonder namen van inwoners: dit staat op de beamer.",
        widget=forms.TextInput(attrs={"data-toets": "n"}),
    )
    owner = forms.CharField(
        label="Wie", required=False, max_length=200, widget=forms.TextInput(attrs={"list": "wielijst"})
    )
    due = forms.CharField(
        label="Wanneer",
        required=False,
        max_length=40,
        help_text="do, morgen of 26 nov",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class CorrectionForm(forms.Form):
    """A correction of the minutes."""

    text = forms.CharField(
        label="Wat moet er staan?", help_text="Hoogstens drie regels.", widget=forms.Textarea(attrs={"rows": "3"})
    )


class ProposedForm(forms.Form):
    """A case that the agenda proposes, as the button beside it sends it."""

    code = forms.CharField(widget=forms.HiddenInput, max_length=40)
    cause = forms.CharField(widget=forms.HiddenInput, max_length=40, required=False)


class ItemForm(forms.Form):
    """Something for the agenda."""

    kind = forms.ChoiceField(
        label="Waarover gaat het?",
        widget=forms.RadioSelect,
        choices=[(kind.value, word_for(kind)) for kind in AgendaItem.Kind],
        initial=AgendaItem.Kind.CASE.value,
    )
    code = forms.CharField(
        label="Nummer van de casus", help_text="Alleen bij een casus, bijvoorbeeld C-2026-0417.", required=False
    )
    title = forms.CharField(
        label="Naam van dit punt",
        help_text="Alleen bij een adres, groep of thema. Schrijf geen namen van mensen: dit staat op de beamer.",
        required=False,
    )
    question = forms.CharField(
        label="Wat vraagt u aan de tafel?",
        help_text="Eén zin, zonder namen: dit staat op de beamer.",
        required=False,
    )
    minutes = forms.IntegerField(label="Hoeveel minuten?", initial=10)


class MeetingForm(forms.Form):
    """When a meeting is."""

    day = SaidDate("Welke dag?")
    start = forms.TimeField(
        label="Hoe laat begint het?",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M"],
    )
    minutes = forms.IntegerField(label="Hoeveel minuten?")


class InviteForm(forms.Form):
    """Whom to invite to an item."""

    member = forms.ChoiceField(label="Wie nodigt u uit?")


class GuestForm(forms.Form):
    """A resident or supporter who may come for their own item, or was not asked."""

    kind = forms.ChoiceField(
        label="Om wie gaat het?",
        widget=forms.RadioSelect,
        choices=[(kind.value, word_for(kind)) for kind in ItemGuest.Kind],
    )
    who = forms.CharField(
        label="Naam", required=False, help_text="Mag leeg blijven. Op de beamer staat nooit een naam.", max_length=200
    )
    answer = forms.ChoiceField(
        label="Komt diegene?",
        widget=forms.RadioSelect,
        choices=[(answer.value, word_for(answer)) for answer in ItemGuest.Answer],
        initial=ItemGuest.Answer.NOT_KNOWN.value,
    )
    told_on = forms.CharField(
        label="Wanneer is het verteld?",
        required=False,
        max_length=40,
        help_text="Vandaag of eerder, bijvoorbeeld: vandaag of 2026-11-20. Leeg als diegene niet is gevraagd.",
    )
    told_how = forms.ChoiceField(
        label="Hoe is het verteld?",
        required=False,
        widget=forms.RadioSelect,
        choices=[(how.value, word_for(how)) for how in ItemGuest.ToldHow],
    )
    why = forms.CharField(
        label="Waarom niet?",
        required=False,
        help_text="Nodig als diegene niet is gevraagd.",
        widget=forms.Textarea(attrs={"rows": "2"}),
    )


class GuestAnswerForm(forms.Form):
    """Whether a resident or supporter comes."""

    answer = forms.ChoiceField(
        label="Komt diegene?",
        widget=forms.RadioSelect,
        choices=[(each.value, word_for(each)) for each in (ItemGuest.Answer.COMES, ItemGuest.Answer.DOES_NOT_COME)],
    )


class AskForm(forms.Form):
    """A question to another table."""

    table = forms.ChoiceField(label="Aan welke tafel?")
    question = forms.CharField(
        label="Wat vraagt u die tafel?",
        help_text="Eén zin, zonder namen: dit staat op de beamer.",
        widget=forms.Textarea(attrs={"rows": "2"}),
    )


class PutForm(forms.Form):
    """On which agenda the question of another table comes."""

    meeting = forms.ChoiceField(label="Op de agenda van welk overleg?")


class AnswerForm(forms.Form):
    """What a table answers another one."""

    outcome = forms.ChoiceField(
        label="Wat is het antwoord?",
        widget=forms.RadioSelect,
        choices=[
            (TableAnswer.Outcome.ANSWERED.value, "Dit is ons antwoord"),
            (TableAnswer.Outcome.NOT_DISCUSSED.value, "Wij bespreken dit niet"),
        ],
    )
    text = forms.CharField(
        label="Antwoord, of waarom niet",
        help_text="Hoogstens drie regels.",
        widget=forms.Textarea(attrs={"rows": "3"}),
    )


class TableForm(forms.Form):
    """A table as the municipality wants it."""

    name = forms.CharField(label="Naam", help_text="Zonder namen van mensen: dit komt ook in kalenders.", max_length=80)
    kind = forms.ChoiceField(label="Soort", choices=[(kind.value, word_for(kind)) for kind in ConsultationTable.Kind])
    chair = forms.ChoiceField(label="Voorzitter")
    rhythm = forms.CharField(
        label="Hoe vaak?", help_text="Bijvoorbeeld: om de week op maandag.", required=False, max_length=120
    )
    place = forms.CharField(
        label="Waar?",
        help_text="Bijvoorbeeld: gemeentehuis, zaal 2. Dit komt ook in kalenders.",
        required=False,
        max_length=120,
    )
    usual_start = forms.TimeField(
        label="Hoe laat begint het meestal?",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M"],
    )
    usual_minutes = forms.IntegerField(label="Hoeveel minuten duurt het?")
    cutoff_days = forms.IntegerField(label="Hoeveel dagen vooraf gaat de agenda dicht?", min_value=0, max_value=60)
    legal_ground = forms.CharField(
        label="Waarom mag deze tafel gegevens bespreken?",
        help_text="Bijvoorbeeld het convenant, met de datum.",
        max_length=200,
    )
    phases = forms.MultipleChoiceField(
        label="Welke fasen?",
        help_text="Kies niets als de tafel alle fasen bespreekt.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(str(number), f"AVE {number}") for number in (1, 2, 3, 4)],
    )
    active = forms.BooleanField(label="In gebruik", required=False, initial=True)


class PlaceForm(forms.Form):
    """Who sits at a table: somebody by name, or an organisation without a fixed person."""

    member = forms.ChoiceField(label="Medewerker", required=False)
    organisation = forms.ChoiceField(
        label="Of een organisatie zonder vaste persoon",
        help_text="Zo'n organisatie ziet dat er overleg is. Agendapunten ziet alleen wie met naam is uitgenodigd.",
        required=False,
    )


class ConfirmForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""
