"""What a participant fills in to come in."""

from django import forms


class PersonalCodeForm(forms.Form):
    """The code on paper."""

    personal_code = forms.CharField(
        label="Uw persoonlijke code",
        max_length=40,
        help_text="Twaalf letters en cijfers. Ze staan op het papier dat u kreeg.",
        error_messages={"required": "Vul de code in die op uw papier staat."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class SignInCodeForm(forms.Form):
    """The code on the telephone."""

    code = forms.CharField(
        label="Code van zes cijfers",
        max_length=20,
        help_text="U hebt 10 minuten. De code werkt één keer.",
        error_messages={"required": "Vul de code in die u per sms kreeg."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
