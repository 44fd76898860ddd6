"""Forms of weighing together. What must be filled in is judged by the service."""

from datetime import date

from django import forms

from houvast.cases.models import PartnerJudgement
from houvast.cases.rules.judging import (
    NO_CHANNEL,
    NO_DAY,
    NO_MUST_STAY,
    NO_RISK,
    NO_SPEAKER,
    NO_STANCE,
    NO_WHY,
    NewJudgement,
)
from houvast.web.form_fields import choice, day, line, long_text, needed

STANCES = (
    (PartnerJudgement.Stance.AGREES.value, "Ja, ik ben het eens"),
    (PartnerJudgement.Stance.DISAGREES.value, "Nee, ik ben het niet eens"),
)


class JudgementForm(forms.Form):
    """What somebody thinks of a proposal."""

    stance = needed(choice("Bent u het eens met dit voorstel?", STANCES, radio=True), NO_STANCE)
    risk = needed(long_text("Welk risico ziet u?", help_text="In uw eigen woorden. Er is geen score."), NO_RISK)
    must_stay = needed(
        long_text("Wat moet blijven?", help_text="Bijvoorbeeld een vast contact, of wie de nacht doet."), NO_MUST_STAY
    )
    why = needed(long_text("Waarom bent u het eens of niet eens?"), NO_WHY)

    def judgement(self) -> NewJudgement:
        """Give the judgement; what was not asked stays empty."""
        data = self.cleaned_data
        given_on = data.get("given_on")
        return NewJudgement(
            agrees={"agrees": True, "disagrees": False}.get(data["stance"]),
            risk=data["risk"],
            must_stay=data["must_stay"],
            why=data["why"],
            spoken_with=str(data.get("spoken_with", "")),
            channel=str(data.get("channel", "")),
            given_on=given_on if isinstance(given_on, date) else None,
        )


class OutsideJudgementForm(JudgementForm):
    """The same, as a director records it of somebody without an account."""

    spoken_with = needed(line("Wie gaf dit oordeel?", most=120, help_text="Naam en functie."), NO_SPEAKER)
    channel = needed(line("Hoe kreeg u dit oordeel?", most=40, help_text="Bijvoorbeeld telefoon of mail."), NO_CHANNEL)
    given_on = needed(day("Gegeven op"), NO_DAY)


class AskForm(forms.Form):
    """Who is asked besides."""

    who = needed(choice("Wie vraagt u om een oordeel?", ()), "Kies wie u om een oordeel vraagt.")

    def offer(self, people: list[tuple[str, str]]) -> None:
        """Offer only who can be asked here and now."""
        field = self.fields["who"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Kies iemand"), *people]
