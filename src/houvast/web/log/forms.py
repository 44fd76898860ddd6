"""What of the log is shown: codes only, so that an address never holds a name."""

from collections.abc import Sequence
from uuid import UUID

from django import forms

from houvast.web.form_fields import day, offer
from houvast.web.log.words import KINDS


class LogForm(forms.Form):
    """Which entries."""

    casus = forms.CharField(label="Nummer van een casus", required=False, max_length=20)
    signaal = forms.UUIDField(label="Kenmerk van een signaal", required=False, widget=forms.HiddenInput)
    wie = forms.ChoiceField(label="Wie", required=False)
    soort = forms.ChoiceField(label="Wat er gebeurde", required=False, choices=[("", "alles"), *KINDS])
    wat = forms.ChoiceField(
        label="Mocht het", required=False, choices=[("", "alles"), ("geweigerd", "alleen wat is geweigerd")]
    )
    van = day("Vanaf")
    tot = day("Tot en met")

    def __init__(self, data: "dict[str, str]", people: Sequence[tuple[UUID, str]]) -> None:
        """Offer the people of whom lines can be chosen."""
        super().__init__(data)
        offer(self, "wie", [(str(member), name) for member, name in people], "iedereen")


class ExtractForm(forms.Form):
    """Of which case, and from when until when."""

    casus = forms.CharField(label="Nummer van de casus", required=False, max_length=20)
    van = day("Vanaf")
    tot = day("Tot en met")
