"""Forms of concerns. What cannot be used is told by the services, so that all of it is told at once."""

from collections.abc import Mapping
from uuid import UUID

from django import forms

from houvast.intake.rules.mapping import FIELD_NAMES, Field
from houvast.intake.rules.short_lists import LONGEST_NAME, LONGEST_PHONE
from houvast.intake.rules.triage import Outcome
from houvast.web.choosing_holder import WHO_DIRECTS
from houvast.web.form_fields import LONG_TEXT, long_text, own_line

NAME, REPORTER, CELL = 120, 200, 4000
NORMAL = "normal"


class QuickForm(forms.Form):
    """A concern in eight fields, of which only the first must be filled in. The point stands in the address."""

    text = forms.CharField(
        label="Wat is er aan de hand?",
        max_length=LONG_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Schrijf in één zin wat de melder vertelt."},
    )
    urgency = forms.ChoiceField(
        label="Hoe snel moet iemand kijken?",
        widget=forms.RadioSelect,
        initial=NORMAL,
    )
    surname = own_line("Achternaam", most=NAME)
    first_names = own_line("Voornamen of voorletters", most=NAME)
    birth_date = own_line("Geboren", most=NAME, help_text="Bijvoorbeeld 25-05-1998, of alleen 1998.")
    address = own_line("Adres of plek", most=NAME, help_text="Straat, nummer en plaats.")
    reporter = own_line("Wie meldt het, en hoe is die te bereiken?", most=REPORTER)
    wants_answer = forms.BooleanField(label="De melder wil horen wat ermee gebeurt", required=False)
    form_id = forms.UUIDField(widget=forms.HiddenInput)


class SavedForm(forms.Form):
    """Which concern was saved a moment ago, in the address of the quick form."""

    bewaard = forms.UUIDField(required=False)

    def saved(self) -> UUID | None:
        """Give its id; None when the address names none, or rubbish."""
        return self.cleaned_data["bewaard"] if self.is_valid() else None


class TriageForm(forms.Form):
    """What every decision asks: the reason, in a text if wanted. `version` is that of the concern as it was seen."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    following = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label="Reden", widget=forms.RadioSelect, error_messages={"required": "Kies een reden uit de lijst."}
    )
    text = long_text("Toelichting", rows=2)


class JoinForm(TriageForm):
    """To which case a concern is joined: one that was found, or one by its number."""

    case = forms.ChoiceField(label="Bij welke casus?", required=False, widget=forms.RadioSelect)
    code = own_line(
        "Nummer van een andere casus", most=16, help_text="Bijvoorbeeld C-2026-0417. U kunt kiezen wat u mag zien."
    )
    field_order = ("case", "code", "reason", "text")

    def clean(self) -> dict[str, object]:
        """Ask for a case, in one way or the other."""
        if not self.cleaned_data.get("case") and not self.cleaned_data.get("code"):
            self.add_error("code", "Kies een casus, of vul een nummer in.")
        return self.cleaned_data


class PassOnForm(TriageForm):
    """To which team a concern is passed on."""

    team = forms.ChoiceField(
        label="Aan welk team?",
        widget=forms.Select(attrs={"autofocus": ""}),
        error_messages={"required": "Kies een team. Het team zegt ja, of het signaal komt terug."},
    )
    field_order = ("team", "reason", "text")


class StraightOutForm(forms.Form):
    """Where a concern was taken at once; nothing else is asked, because nothing else may remain."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    following = forms.UUIDField(required=False, widget=forms.HiddenInput)
    receiver = forms.ChoiceField(
        label="Waar bracht u dit direct naartoe?",
        widget=forms.RadioSelect,
        error_messages={"required": "Kies waar u dit direct naartoe bracht."},
    )


class CaseForm(TriageForm):
    """A new case from a concern."""

    name = forms.CharField(label="Naam van de casus", max_length=NAME, help_text="Bijvoorbeeld: Huishouden Dijkhuis.")
    surname = forms.CharField(
        label="Achternaam van de inwoner",
        max_length=NAME,
        help_text="Het signaal noemt geen naam. Zonder naam geen casus.",
    )
    kind = forms.ChoiceField(
        label="Waar gaat het over?",
        widget=forms.RadioSelect,
        choices=[("household", "Een huishouden"), ("person", "Eén persoon")],
        initial="household",
    )
    phase = forms.ChoiceField(label="In welke fase?", widget=forms.RadioSelect)
    holder = forms.ChoiceField(label="Wie neemt de casusregie?", required=False, help_text=WHO_DIRECTS)
    themes = forms.MultipleChoiceField(
        label="Wat is de aanleiding?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Waarom u betrokken bent. Het zegt niets over wie iemand is.",
        error_messages={"invalid_choice": "Kies een aanleiding uit de lijst van uw gemeente."},
    )
    field_order = ("reason", "phase", "holder", "name", "kind", "surname", "themes", "text")


class UploadForm(forms.Form):
    """A police list."""

    file = forms.FileField(
        label="Lijst van de politie (CSV)",
        help_text="Uit Excel: bewaar het blad als CSV. Puntkomma of komma, ten hoogste 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        error_messages={"required": "Kies een bestand van ten hoogste 20 MB.", "empty": "Het bestand is leeg."},
    )


class EntryForm(forms.Form):
    """An entry of a short list; each list asks a few of these. `number` is that of the version that was seen."""

    number = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    name = forms.CharField(label="Hoe heet het?", max_length=LONGEST_NAME)
    choices = forms.MultipleChoiceField(
        label="Waarvoor is deze reden te kiezen?",
        choices=[(outcome.value, outcome.label) for outcome in Outcome],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waarvoor deze reden te kiezen is."},
    )
    amount = forms.IntegerField(
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"required": "Vul een getal in.", "invalid": "Vul een heel getal in."},
    )
    headings = long_text(
        "Hoe mag deze kolom heten?",
        rows=8,
        required=True,
        help_text="Eén naam per regel, zoals hij boven de kolom staat. De eerste die in een lijst staat, geldt.",
    )
    contact = own_line("Wie antwoordt daar?", most=NAME, help_text="Bijvoorbeeld: Meldkamer, of de naam van de dienst.")
    phone = own_line("Telefoonnummer", most=LONGEST_PHONE)
    active = forms.BooleanField(label="Te kiezen", required=False)


class ReasonForm(forms.Form):
    """Why a row is put aside."""

    reason = long_text("Waarom is deze regel niet nodig?", required=True)


class AnswerForm(forms.Form):
    """What a team says to a concern that was passed on to it."""

    outcome = forms.ChoiceField(
        label="Het antwoord van uw team",
        widget=forms.RadioSelect,
        choices=[("accepted", "Ja, wij pakken het op"), ("returned", "Nee, wij geven het terug")],
        error_messages={"required": "Kies ja of nee."},
    )
    reason = long_text("Toelichting", help_text="Verplicht als u teruggeeft.")


MUST: Mapping[Field, str] = {
    Field.INCIDENT: "Vul het incidentnummer in.",
    Field.REPORT_DATE: "Vul de datum van de melding in.",
    Field.MUNICIPALITY: "Vul de gemeente in.",
}


class RowForm(forms.Form):
    """The cells of a row that could not be used, as they came."""

    def __init__(self, data: Mapping[str, object] | None, cells: Mapping[Field, str]) -> None:
        """Make a field for each cell that may be seen."""
        super().__init__(data, initial={field.value: value for field, value in cells.items()})
        for field in cells:
            made = long_text(FIELD_NAMES[field]) if field is Field.NOTES else own_line(FIELD_NAMES[field], most=CELL)
            if field in MUST:
                made.required = True
                made.error_messages["required"] = MUST[field]
            self.fields[field.value] = made
