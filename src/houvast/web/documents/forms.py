"""Forms that send a file."""

from collections.abc import Mapping

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from houvast.documents.incoming import MEGABYTE, NOT_WHOLE, most_bytes
from houvast.documents.rules.adding import LONGEST_NAME, LONGEST_TEXT, PARTS, DocumentKind, NewDocument, Redaction
from houvast.documents.rules.formats import ACCEPTED, ENDINGS
from houvast.documents.rules.sniffing import EMPTY
from houvast.kernel.terms import word_for
from houvast.web.document_look import PART_WORDS
from houvast.web.documents.receiving import FIELD, Receiver
from houvast.web.form_fields import line, long_text, needed

WHOLE = "heel"
"""The last field of a form with a file, behind the file: when it came, the file came to its end."""
_PARTS = [(part.value, PART_WORDS[part].capitalize()) for part in PARTS]
_KINDS = [(kind.value, word_for(kind).capitalize()) for kind in DocumentKind]
_CHOOSE = "Kies een bestand."


class FileForm(forms.Form):
    """A file, and what the receiver says of it."""

    file = forms.FileField(
        label="Bestand",
        widget=forms.FileInput(attrs={"accept": ",".join(f".{ending}" for ending in ENDINGS)}),
        error_messages={"required": _CHOOSE, "invalid": _CHOOSE, "missing": _CHOOSE, "empty": EMPTY},
    )

    def __init__(
        self,
        data: Mapping[str, object] | None,
        files: "MultiValueDict[str, UploadedFile[bytes]] | None",
        *,
        receiver: Receiver,
        initial: Mapping[str, object],
    ) -> None:
        """Take what was sent."""
        super().__init__(data, files, initial=dict(initial))
        self._receiver = receiver
        file = self.fields[FIELD]
        file.help_text = f"{ACCEPTED}. Ten hoogste {most_bytes() // MEGABYTE} MB."
        file.widget.attrs["data-hoogstens"] = most_bytes()

    def clean(self) -> dict[str, object]:
        """Say what is wrong with the file in the words of who took it in."""
        problem = self._receiver.problem or ("" if WHOLE in self.data else NOT_WHOLE)
        if problem:
            self.errors.pop(FIELD, None)
            self.add_error(FIELD, problem)
        return self.cleaned_data


class VersionForm(FileForm):
    """The next version of a document; `shown` is the version that the person began from."""

    shown = forms.UUIDField(widget=forms.HiddenInput)


class DocumentForm(FileForm):
    """A new document, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = needed(
        line("Hoe heet dit document?", most=LONGEST_NAME, autocomplete="off"), "Schrijf op hoe dit document heet."
    )
    kind = forms.ChoiceField(
        label="Wat is het?",
        choices=_KINDS,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat het is."),
    )
    part = forms.ChoiceField(
        label="Waar hoort het bij?",
        choices=_PARTS,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies waar dit document bij hoort."),
    )
    shared = forms.BooleanField(
        label="Delen met wie deze casus leidt",
        required=False,
        help_text="Zonder vinkje leest alleen u een document over zorg of politie. Een regisseur ziet dat het er is.",
    )
    field_order: tuple[str, ...] = ("once", "name", "kind", "part", "shared", FIELD)

    def new(self) -> NewDocument:
        """Give what was filled in."""
        filled = self.cleaned_data
        kind, part = DocumentKind(filled["kind"]), next(each for each in PARTS if each.value == filled["part"])
        return NewDocument(filled["name"], kind, part, shared=filled["shared"])


class CopyForm(DocumentForm):
    """A redacted copy: what was left out, why, and on which ground."""

    left_out = needed(long_text("Wat is weggelaten?", rows=2, most=LONGEST_TEXT), "Schrijf op wat is weggelaten.")
    why = needed(long_text("Waarom?", rows=2, most=LONGEST_TEXT), "Schrijf op waarom het is weggelaten.")
    ground_words = needed(
        long_text("Op welke grond?", rows=2, most=LONGEST_TEXT, help_text="Bijvoorbeeld een wet en artikel."),
        "Schrijf op welke grond u het weglaat, zoals een wet en artikel.",
    )
    field_order = ("once", "name", "kind", "left_out", "why", "ground_words", "part", "shared", FIELD)

    def redaction(self) -> Redaction:
        """Give what was left out and why."""
        filled = self.cleaned_data
        return Redaction(filled["left_out"], filled["why"], filled["ground_words"])
