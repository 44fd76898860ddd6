"""What is filled in to sign in."""

from django import forms

PASSWORD_LENGTH = 200


def _password(label: str, missing: str, autocomplete: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=PASSWORD_LENGTH,
        strip=False,
        help_text=help_text,
        error_messages={"required": missing},
        widget=forms.PasswordInput(attrs={"autocomplete": autocomplete}),
    )


def _username() -> forms.RegexField:
    return forms.RegexField(
        r"^[A-Za-z0-9.\-]+$",
        label="Gebruikersnaam",
        max_length=80,
        error_messages={
            "required": "Vul uw gebruikersnaam in.",
            "invalid": "Een gebruikersnaam bestaat uit letters, cijfers, punten en streepjes.",
        },
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
    )


class SignInForm(forms.Form):
    """Name and password."""

    username = _username()
    password = _password("Wachtwoord", "Vul uw wachtwoord in.", "current-password")

    def clean_username(self) -> str:
        """Capitals make no difference."""
        return str(self.cleaned_data["username"]).lower()


class CodeForm(forms.Form):
    """The code of the second factor."""

    code = forms.CharField(
        label="Code van zes cijfers",
        max_length=20,
        help_text="De code staat in de code-app op uw telefoon. Elke code werkt één keer.",
        error_messages={"required": "Vul de code uit uw app in."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    new = _password(
        "Nieuw wachtwoord",
        "Vul een nieuw wachtwoord in.",
        "new-password",
        "Minstens 12 tekens. Een korte zin werkt goed.",
    )
    again = _password("Nieuw wachtwoord, nog een keer", "Vul het nieuwe wachtwoord nog een keer in.", "new-password")

    def clean_again(self) -> str:
        """Both new ones are the same."""
        again = str(self.cleaned_data["again"])
        if again != self.cleaned_data.get("new"):
            raise forms.ValidationError("Dit is niet hetzelfde als het nieuwe wachtwoord.")
        return again


class PasswordForm(NewPasswordForm):
    """The old password, and the new one twice."""

    current = _password("Huidig wachtwoord", "Vul uw huidige wachtwoord in.", "current-password")
    field_order = ("current", "new", "again")


class ActivationForm(NewPasswordForm):
    """Who it is, the code that was handed over, and the new password twice."""

    username = _username()
    code = forms.CharField(
        label="Activatiecode",
        max_length=40,
        help_text="U kreeg de code van uw functioneel beheerder. Hoofdletters en streepjes maken niet uit.",
        error_messages={"required": "Vul de code in die u van uw beheerder kreeg."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    field_order = ("username", "code", "new", "again")
