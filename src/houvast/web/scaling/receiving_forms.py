"""Forms of handing on. What must be filled in is judged by the services."""

from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.cases.rules.receiving import NO_ANSWER_DAY, NO_CHANNEL, NO_LINES, NO_OUTCOME, NO_RECEIVER, HowItGoes
from houvast.cases.services.take_up_aftercare import NOBODY
from houvast.kernel.ids import new_id
from houvast.web.form_fields import choice, day, line, long_text, needed
from houvast.web.receiving_fields import Receivers, contact_field, receiver_field

YES, NO = "yes", "no"
NO_ANSWER = "Kies ja of nee."
ANSWERS = ((YES, "Ja, ik neem het over"), (NO, "Nee, ik neem het niet over"))
RECORDED = ((YES, "Ja, zij nemen het over"), (NO, "Nee, zij nemen het niet over"))
OPEN_OUTCOMES = (
    (HowItGoes.GOES_WELL.value, "Het gaat goed: Houvast vraagt het niet meer"),
    (HowItGoes.STAYS.value, "Het blijft zoals het is: ik vraag het later opnieuw"),
    (HowItGoes.SCALE_UP.value, "Het gaat niet goed: het moet weer omhoog"),
)
CLOSED_OUTCOMES = (*OPEN_OUTCOMES[:2], (HowItGoes.SCALE_UP.value, "Het gaat niet goed: de casus moet weer open"))


class NameForm(forms.Form):
    """Who is asked to take over, with the id that the question is going to have."""

    seen = forms.UUIDField(widget=forms.HiddenInput)
    once = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, offer: Receivers, period_id: UUID) -> None:
        """Offer only who can receive it here and now."""
        super().__init__(data or None, initial={"seen": period_id, "once": new_id()})
        self.fields["receiver"] = needed(receiver_field(offer, "Kies wie het overneemt"), NO_RECEIVER)
        self.fields["receiver_contact"] = contact_field()


class TakeUpForm(forms.Form):
    """Who is going to ask how it goes."""

    def __init__(self, data: QueryDict | None, people: list[tuple[str, str]]) -> None:
        """Offer only who may lead a case or a process here."""
        super().__init__(data)
        self.fields["who"] = needed(choice("Wie gaat vragen hoe het gaat?", [("", "Kies iemand"), *people]), NOBODY)


class AnswerForm(forms.Form):
    """Whether somebody takes it over."""

    answer = needed(choice("Neemt u het over?", ANSWERS, radio=True), NO_ANSWER)
    reason = long_text("Waarom niet?", help_text="Verplicht als u nee kiest. De regisseurs lezen dit.", rows=2)


class RecordedAnswerForm(forms.Form):
    """What somebody outside Houvast said."""

    answer = needed(choice("Nemen zij het over?", RECORDED, radio=True), NO_ANSWER)
    reason = long_text("Waarom niet?", help_text="Verplicht als u nee kiest.", rows=2)
    channel = needed(line("Hoe kreeg u dit antwoord?", most=40, help_text="Bijvoorbeeld telefoon of mail."), NO_CHANNEL)
    given_on = needed(day("Gezegd op"), NO_ANSWER_DAY)


class PulseForm(forms.Form):
    """How it goes, with how often it was asked before."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    outcome = needed(choice("Hoe gaat het?", OPEN_OUTCOMES, radio=True), NO_OUTCOME)
    text = needed(long_text("In hoogstens drie regels", help_text="Wat u ziet of hoort, en van wie."), NO_LINES)
    check_on = day("Wanneer vraagt u het opnieuw?", help_text="Alleen als het blijft zoals het is.")

    def __init__(self, data: QueryDict, *, seen: int, closed: bool) -> None:
        """Ask it of an open or a closed case."""
        super().__init__(data or None, initial={"seen": seen})
        field = self.fields["outcome"]
        if closed and isinstance(field, forms.ChoiceField):
            field.choices = list(CLOSED_OUTCOMES)
