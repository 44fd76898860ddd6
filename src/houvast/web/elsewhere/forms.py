"""Forms of what crosses to another municipality. What must be filled in is judged by the services too."""

from django import forms

from houvast.cases.models import CrossingGround
from houvast.cases.rules.matrix import NAMEABLE, Part
from houvast.kernel.terms import word_for
from houvast.web.choosing_holder import WHO_DIRECTS
from houvast.web.form_fields import day, line, long_text


def _named(value: CrossingGround | Part) -> tuple[str, str]:
    word = word_for(value)
    return str(value), f"{word[:1].upper()}{word[1:]}"


def ground() -> forms.ChoiceField:
    """Give the field for the ground on which something crosses."""
    choices = [_named(each) for each in CrossingGround]
    return forms.ChoiceField(label="Op welke grond?", widget=forms.RadioSelect, choices=choices)


def ground_words() -> forms.CharField:
    """Give the field for what the ground is, in words."""
    return long_text("Welk artikel, of wanneer en hoe gaf de inwoner toestemming?", required=True, rows=2)


class StayForm(forms.Form):
    """A new agreement, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    host = forms.ChoiceField(
        label="Wie kijkt daar mee?", help_text="Eén collega of één team. Verder ziet daar niemand iets."
    )
    from_on = day("Vanaf welke dag?", required=True)
    until_on = day(
        "Tot en met welke dag?",
        required=True,
        help_text="De dag die er staat, is een voorstel: vul in wat u afspreekt.",
    )
    ground = ground()
    ground_words = ground_words()
    agreement = long_text(
        "Wie doet wat?",
        required=True,
        help_text="Bijvoorbeeld: zij spreken de inwoner elke week, wij regelen de uitkering.",
    )
    pays = long_text(
        "Wie betaalt wat?",
        rows=2,
        help_text="Wat u afspreekt. Landelijke regels vult Houvast niet in: die zijn onbevestigd.",
    )
    parts = forms.MultipleChoiceField(
        label="Wat ziet de ander?",
        widget=forms.CheckboxSelectMultiple,
        choices=[_named(part) for part in NAMEABLE],
        required=False,
        help_text="Wie de regie heeft en deze afspraak ziet de ander altijd. Notities over zorg en politie nooit.",
    )


class ExtendForm(forms.Form):
    """A later last day."""

    until_on = day("Nieuwe laatste dag", required=True)
    reason = long_text("Waarom duurt het langer?", required=True, rows=2)


class EndForm(forms.Form):
    """Why it ends."""

    reason = long_text(
        "Waarom stopt het?",
        required=True,
        rows=2,
        help_text="Bijvoorbeeld: de inwoner is terug en woont weer thuis.",
    )


_CHOOSABLE = (
    ("bsn", "Het BSN, als dat bekend is"),
    ("contact", "Telefoon en hoe iemand contact wil"),
    ("organisations", "De organisaties om hen heen, met wie te bellen"),
)


class OfferForm(forms.Form):
    """An offer, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    asked = forms.ChoiceField(
        label="Aan wie?",
        help_text="Van een team antwoordt iedereen met procesregie: dan wacht het niet tot één persoon terug is.",
    )
    ground = ground()
    ground_words = ground_words()
    residents = forms.MultipleChoiceField(label="Wie verhuist er?", widget=forms.CheckboxSelectMultiple)
    summary = long_text(
        "Samenvatting voor de andere gemeente",
        required=True,
        rows=8,
        help_text="Wat moet zij weten om verder te gaan? Alleen dit gaat mee, geen notities en geen plan.",
    )
    chosen = forms.MultipleChoiceField(
        label="Wat gaat er nog mee?", widget=forms.CheckboxSelectMultiple, choices=_CHOOSABLE, required=False
    )


class ReceiveForm(forms.Form):
    """How the receiving municipality opens its own case, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = line("Naam van de casus", most=120, required=True)
    domain = forms.ChoiceField(
        label="Op welk domein opent u de casus?",
        widget=forms.RadioSelect,
        help_text="Dit is de grond waarop uw gemeente de gegevens vastlegt.",
    )
    phase = forms.ChoiceField(label="In welke fase?", widget=forms.RadioSelect)
    holder = forms.ChoiceField(label="Wie neemt de casusregie?", required=False, help_text=WHO_DIRECTS)
    other = line(
        "Staat iemand hiervan al in een casus bij u?", most=16, help_text="Vul dan het nummer in, zoals C-2026-0417."
    )
    link_reason = long_text("Waarom blijven dat twee casussen?", rows=2)


class WhyNotForm(forms.Form):
    """Why an offer is refused or taken back."""

    reason = long_text("Waarom niet?", required=True, rows=3)
