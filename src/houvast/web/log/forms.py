"""What of the log is shown: codes only, so that an address never holds a name."""

from django import forms


class LogForm(forms.Form):
    """Which entries."""

    casus = forms.CharField(label="Nummer van een casus", required=False, max_length=20)
    signaal = forms.UUIDField(label="Kenmerk van een signaal", required=False, widget=forms.HiddenInput)
    wat = forms.ChoiceField(
        label="Wat", required=False, choices=[("", "alles"), ("geweigerd", "alleen wat is geweigerd")]
    )
