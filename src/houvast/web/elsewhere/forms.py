"""Forms of what crosses to another municipality. What must be filled in is judged by the services too."""

from django import forms

from houvast.cases.models import CrossingGround
from houvast.cases.rules.matrix import NAMEABLE, Part
from houvast.cases.rules.stays import USUAL_DAYS
from houvast.kernel.terms import word_for
from houvast.web.form_fields import day, long_text


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
        help_text=f"Houvast stelt {USUAL_DAYS} dagen voor. Dat is verzonnen: vul in wat u afspreekt.",
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
