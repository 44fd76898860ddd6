"""What a participant fills in to come in."""

from django import forms
from django.http import QueryDict

from houvast.accountability.rules.asking import AnswerWay, NewAsking, SignInWay
from houvast.accountability.rules.requests import LONGEST, RequestKind
from houvast.cases.rules.own_words import LONGEST_WORDS
from houvast.desk.rules.own_page_said import GENERAL
from houvast.desk.selectors.own_page import OwnPage
from houvast.web.form_fields import choice, long_text, needed, offer


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


_LONGEST_LABEL = 90


class SayForm(forms.Form):
    """What somebody says, and about what."""

    about = needed(choice("Waar gaat het over?"), "Kies waar het over gaat.")
    words = needed(long_text("Wat wilt u zeggen?", rows=4, most=LONGEST_WORDS), "Schrijf eerst op wat u wilt zeggen.")


def say_form(page: OwnPage, data: QueryDict | None = None, *, about: str = "") -> SayForm:
    """Give the form, with what stands on the page of who fills it in; `about` is what was chosen there, if anything."""
    known = {each.key for each in page.sayable}
    form = SayForm(data, initial={"about": about if about in known else GENERAL})
    offer(form, "about", [(each.key, _short(each.label)) for each in page.sayable])
    return form


_KINDS = (
    (RequestKind.INSPECTION, "Ik wil zien wat u over mij bewaart."),
    (RequestKind.CORRECTION, "Er klopt iets niet. Ik wil dat u het verbetert."),
    (RequestKind.OBJECTION, "Ik wil niet dat u mijn gegevens gebruikt."),
    (RequestKind.ERASURE, "Ik wil dat u iets wist."),
)
_REACHES = (
    (AnswerWay.PICK_UP, "Ik haal het op bij de gemeente."),
    (AnswerWay.CALL, "Bel mij. Dan spreken we af hoe."),
    (AnswerWay.POST, "Stuur het met de post."),
)


class AskForm(forms.Form):
    """What somebody asks about what is held."""

    kind = needed(
        choice("Wat wilt u?", [(each.value, words) for each, words in _KINDS], radio=True), "Kies wat u wilt."
    )
    words = long_text(
        "Schrijf het in uw eigen woorden",
        rows=4,
        most=LONGEST,
        help_text="Verplicht als er iets niet klopt, of als u niet wilt dat wij iets gebruiken.",
    )
    reach = needed(
        choice("Hoe wilt u het antwoord?", [(each.value, words) for each, words in _REACHES], radio=True),
        "Kies hoe u het antwoord wilt.",
    )

    def new(self, signed_in: SignInWay) -> NewAsking:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewAsking(RequestKind(filled["kind"]), filled["words"], AnswerWay(filled["reach"]), signed_in)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"
