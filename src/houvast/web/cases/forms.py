"""Forms of cases."""

from django import forms

from houvast.cases.models import Note, TakeOverAnswer
from houvast.cases.rules.closing import CLOSING_REASONS
from houvast.web.addresses import SEAT_SLUGS
from houvast.web.choosing_holder import WHO_DIRECTS
from houvast.web.form_fields import day, long_text
from houvast.web.receiving_fields import aftercare_field, contact_field, receiver_field, signs_field

PARTS = (
    (Note.Part.GENERAL.value, "Algemeen"),
    (Note.Part.CARE.value, "Zorg"),
    (Note.Part.JUSTICE.value, "Politie en justitie"),
)
TEAM_ANSWERS = (
    (TakeOverAnswer.Outcome.ACCEPTED.value, "Wij nemen de casus over"),
    (TakeOverAnswer.Outcome.SHARED.value, "Wij doen mee, de regie blijft waar zij is"),
    (TakeOverAnswer.Outcome.RETURNED.value, "Wij geven terug, met advies"),
)


class FilterForm(forms.Form):
    """What the list shows."""

    fase = forms.ChoiceField(
        label="Fase", required=False, choices=[("", "alle fasen"), *((str(n), f"AVE {n}") for n in range(1, 5))]
    )
    leeg = forms.ChoiceField(
        label="Regie",
        required=False,
        choices=[("", "met en zonder"), *((seat.value, f"niemand: {slug}") for seat, slug in SEAT_SLUGS.items())],
    )
    van = forms.ChoiceField(label="Van wie", required=False, choices=[("", "alle die ik zie"), ("mij", "mijn rol")])
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "open"), ("closed", "gesloten")])


class SearchForm(forms.Form):
    """What is searched for."""

    zoek = forms.CharField(label="Naam of nummer van een casus", max_length=120)


class AssignForm(forms.Form):
    """Who takes a seat for good."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    holder = forms.ChoiceField(label="Wie?")
    reason = long_text("Toelichting")


class TemporaryForm(forms.Form):
    """Who takes a seat for a time."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    holder = forms.ChoiceField(label="Wie neemt waar?")
    until = day("Tot en met", required=True)
    reason = long_text("Waarom tijdelijk?", required=True)


class HandOverForm(forms.Form):
    """Who is asked to take a seat over."""

    holder = forms.ChoiceField(label="Aan wie vraagt u het?")
    reason = long_text("Wat moet de ander weten?")


class SeenForm(forms.Form):
    """Only which seat was on the page."""

    seen = forms.UUIDField(widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Only a reason."""

    reason = long_text("Waarom?", required=True, help_text="De volgende leest dit.")


class WithdrawForm(forms.Form):
    """Why a question is taken back."""

    reason = long_text("Waarom trekt u de vraag in?", required=True)


class AnswerSeatForm(forms.Form):
    """The answer to a hand-over."""

    outcome = forms.ChoiceField(label="Uw antwoord", widget=forms.RadioSelect)
    reason = long_text("Toelichting", help_text="Verplicht als u nee zegt.")


class AskTeamForm(forms.Form):
    """Which team is asked, and what."""

    team = forms.ChoiceField(label="Welk team?")
    reason = long_text("Wat vraagt u van het team?", required=True)


class AnswerTeamForm(forms.Form):
    """The answer of a team."""

    outcome = forms.ChoiceField(label="Het antwoord van uw team", widget=forms.RadioSelect, choices=TEAM_ANSWERS)
    case_director = forms.ChoiceField(
        label="Wie neemt de casusregie?", required=False, help_text="Alleen als u de casus overneemt."
    )
    advice = long_text("Advies", help_text="Verplicht als u teruggeeft of meedoet.")


class NoteForm(forms.Form):
    """A note, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    text = long_text("Notitie", required=True, rows=6)
    part = forms.ChoiceField(label="Soort", widget=forms.RadioSelect, choices=PARTS, initial=Note.Part.GENERAL.value)
    shared = forms.BooleanField(
        label="Delen met wie deze casus leidt",
        required=False,
        help_text="Zonder vinkje leest alleen u een notitie over zorg of politie. De regisseur ziet wel dat zij er is.",
    )
    limited = forms.BooleanField(
        label="Niet doorgeven zonder mijn toestemming",
        required=False,
        help_text="Voor politie en justitie geldt dat altijd, ook zonder vinkje.",
    )


class PassingForm(forms.Form):
    """To whom a note may be passed on."""

    organisation = forms.ChoiceField(label="Aan welke organisatie mag dit worden doorgegeven?")


class LinkForm(forms.Form):
    """Which case is linked, and why it stays a case of its own."""

    other = forms.CharField(label="Nummer van de andere casus", max_length=16, help_text="Bijvoorbeeld C-2026-0417.")
    link_reason = long_text("Waarom zijn dit twee casussen?", required=True)


class ReviewForm(forms.Form):
    """That the phase still fits, and when somebody looks again; with the id that it is going to have."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    once = forms.UUIDField(widget=forms.HiddenInput)
    weighed = long_text(
        "Wat heeft u gewogen?", required=True, help_text="Wat gaat beter, wat niet, en waarom past deze fase nog?"
    )
    resident_asked = forms.ChoiceField(
        label="Is de inwoner gevraagd hoe het gaat?",
        widget=forms.RadioSelect,
        choices=[("yes", "Ja"), ("no", "Nee, deze keer niet")],
    )
    why_not_asked = long_text("Waarom niet?", help_text="Verplicht als u nee kiest.", rows=2)
    review_on = day("Wanneer kijkt u opnieuw?", required=True)


class CloseForm(forms.Form):
    """Why a case closes."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    reason = forms.ChoiceField(label="Waarom sluit de casus?", choices=[("", "Kies"), *CLOSING_REASONS.items()])
    text = long_text("Hoe ging het, en wat is afgesproken?", required=True)
    aftercare_on = day("Wanneer vraagt u hoe het gaat?", help_text="Vinger aan de pols.")
    aftercare = aftercare_field()
    signs = signs_field()
    receiver = receiver_field({}, "Niemand")
    receiver_contact = contact_field()


class ReopenForm(forms.Form):
    """Why a case opens again."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    phase = forms.ChoiceField(label="In welke fase?")
    holder = forms.ChoiceField(label="Wie neemt de casusregie?", required=False)
    reason = long_text("Wat gebeurde er?", required=True)


class OrganisationForm(forms.Form):
    """An organisation around the people of a case."""

    organisation = forms.ChoiceField(label="Organisatie")
    contact_name = forms.CharField(label="Contactpersoon", required=False, max_length=120)
    contact_role = forms.CharField(label="Wat doet deze persoon?", required=False, max_length=80)
    phone = forms.CharField(label="Telefoon", required=False, max_length=20)
    people = forms.IntegerField(label="Hoeveel mensen doen mee?", min_value=1, max_value=99, initial=1)
    directs_treatment = forms.BooleanField(
        label="Heeft de behandelregie",
        required=False,
        help_text="Behandelregie is geen casusregie: deze persoon is contact, en leidt de casus niet.",
    )


class NewCaseForm(forms.Form):
    """A new case about one person, who may live in a household; with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(label="Naam van de casus", max_length=120, help_text="Bijvoorbeeld: Huishouden Dijkhuis.")
    kind = forms.ChoiceField(
        label="Waar gaat het over?",
        widget=forms.RadioSelect,
        choices=[("household", "Een huishouden"), ("person", "Eén persoon")],
        initial="household",
    )
    domain = forms.ChoiceField(
        label="Op welk domein opent u de casus?",
        widget=forms.RadioSelect,
        help_text="Dit is de grond waarop u de gegevens van de inwoner vastlegt.",
    )
    phase = forms.ChoiceField(label="In welke fase?", widget=forms.RadioSelect)
    holder = forms.ChoiceField(label="Wie neemt de casusregie?", required=False, help_text=WHO_DIRECTS)
    first_names = forms.CharField(label="Voornamen van de inwoner", required=False, max_length=120)
    surname_prefix = forms.CharField(label="Tussenvoegsel", required=False, max_length=30)
    surname = forms.CharField(label="Achternaam van de inwoner", max_length=120)
    bsn = forms.CharField(label="BSN", required=False, max_length=11)
    themes = forms.MultipleChoiceField(
        label="Wat is de aanleiding?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Waarom u betrokken bent. Het zegt niets over wie iemand is.",
        error_messages={"invalid_choice": "Kies een aanleiding uit de lijst van uw gemeente."},
    )
