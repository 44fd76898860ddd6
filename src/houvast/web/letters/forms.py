"""Forms of letters. What is wrong with what was written is judged by the service, so that all of it is told at once."""

from django import forms

from houvast.letters.rules.content import LONGEST_GROUND
from houvast.letters.rules.placeholders import EMPTY, LONGEST_SUBJECT, LONGEST_TEXT, MEANINGS
from houvast.web.form_fields import choice, day, long_text, needed, own_line

_ROWS = 18
_HOW = "Een lege regel begint een nieuwe alinea. Vul in waar [vul in: …] staat."


class ChooseForm(forms.Form):
    """Which letter, and to whom."""

    kind = needed(choice("Wat voor brief?", radio=True), "Kies wat voor brief het is.")
    to = needed(choice("Aan wie?", radio=True), "Kies aan wie de brief is.")


class LetterForm(forms.Form):
    """What the letter says; `once` is the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    subject = needed(own_line("Onderwerp", most=LONGEST_SUBJECT), EMPTY)
    text = needed(long_text("Brief", rows=_ROWS, most=LONGEST_TEXT, help_text=_HOW), EMPTY)
    ground_words = long_text(
        "Waarom mag deze naaste dit weten?",
        rows=2,
        most=LONGEST_GROUND,
        help_text="Verplicht bij een naaste. Zoals: de inwoner vroeg erom. Dit komt niet op de brief.",
    )


class SentForm(forms.Form):
    """On which day a letter went."""

    sent_on = needed(day("Op welke dag postte of gaf u de brief?"), "Vul in op welke dag u de brief postte of gaf.")


class TemplateForm(forms.Form):
    """What a kind of letter begins with; `number` is that of the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    subject = needed(own_line("Onderwerp", most=LONGEST_SUBJECT), EMPTY)
    text = needed(long_text("Brief", rows=_ROWS, most=LONGEST_TEXT), EMPTY)


PLACEHOLDERS = tuple((f"{{{each}}}", said) for each, said in MEANINGS.items())
"""What can be filled in, each with what it stands for."""
