"""Forms of requests. What must be filled in is judged by the services."""

from collections.abc import Mapping, Sequence
from enum import Enum
from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.accountability.rules.answers import ErasureRefusal, NewAnswer
from houvast.accountability.rules.asking import SignInWay, identity_ways
from houvast.accountability.rules.requests import (
    LONGEST,
    Asker,
    ItemAnswer,
    LeftOutReason,
    RequestChannel,
    RequestKind,
    Term,
)
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.effects import Before
from houvast.accountability.selectors.requests import RequestView
from houvast.accountability.services.record_request import NewRequest
from houvast.cases.models import Statement
from houvast.directory.selectors import NamedId
from houvast.kernel.partial_date import PartialDate
from houvast.kernel.terms import word_for
from houvast.web.form_fields import Choices as Offered
from houvast.web.form_fields import choice, day, line, long_text, needed, offer, own_line, whole_bsn
from houvast.web.requests.words import capital

_NAME, _REACH, _BSN, _SOURCE = 120, 200, 11, 200


def _choices(kind: type[Enum]) -> list[tuple[str, str]]:
    return [(str(each.value), capital(word_for(each))) for each in kind]


def _several(label: str, help_text: str) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple, help_text=help_text
    )


_IF_DONE, _IF_NOT, _READS = "Alleen als u het doet.", "Alleen als u weigert.", "De inwoner krijgt dit te lezen."
_TELLING = frozenset({"told", "why_not_told"})
_ASKED: Mapping[RequestKind, frozenset[str]] = {
    RequestKind.INSPECTION: frozenset(),
    RequestKind.CORRECTION: frozenset({"corrected", "own_view", "beside"}) | _TELLING,
    RequestKind.OBJECTION: frozenset({"stops"}),
    RequestKind.ERASURE: frozenset({"units", "ground"}) | _TELLING,
}
"""What an answer asks beside yes or no and why."""


_AT_THE_OFFICE = [each for each in _choices(RequestChannel) if each[0] != RequestChannel.OWN_PAGE]
"""How it came in when a colleague records it."""


class RequestForm(forms.Form):
    """What came in, with the id that it is going to have."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    kind = needed(choice("Wat wordt gevraagd?", _choices(RequestKind), radio=True), "Kies wat wordt gevraagd.")
    first_names = own_line("Voornamen van de persoon om wie het gaat", most=_NAME)
    surname = own_line("Achternaam, zonder voorvoegsel", most=_NAME, required=True)
    birth_date = day("Geboortedatum")
    bsn = own_line("BSN", most=_BSN, inputmode="numeric", help_text="Nodig als er meer mensen met deze naam zijn.")
    asker = needed(choice("Wie vraagt het?", _choices(Asker), radio=True), "Kies wie het vraagt.")
    asked_by = own_line("Naam van wie het vraagt", most=_NAME, help_text="Alleen als dat iemand anders is.")
    channel = needed(choice("Hoe kwam het binnen?", _AT_THE_OFFICE), "Kies hoe het binnenkwam.")
    received_on = day("Op welke dag kwam het binnen?", required=True)
    reach = own_line("Waar gaat het antwoord naartoe?", most=_REACH)
    words = long_text("Wat vraagt deze persoon, in eigen woorden?", most=LONGEST)

    def clean_bsn(self) -> str:
        """Take spaces and points out; a BSN proves itself."""
        return whole_bsn(self.cleaned_data["bsn"])

    def new(self) -> NewRequest:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewRequest(
            kind=RequestKind(filled["kind"]),
            asker=Asker(filled["asker"]),
            channel=RequestChannel(filled["channel"]),
            received_on=filled["received_on"],
            first_names=filled["first_names"],
            surname=filled["surname"],
            birth_date=PartialDate.of(filled["birth_date"]) if filled["birth_date"] else None,
            bsn=filled["bsn"],
            asked_by=filled["asked_by"],
            reach=filled["reach"],
            words=filled["words"],
            id=filled["once"],
        )


class HandlerForm(forms.Form):
    """Who handles it."""

    handler = needed(choice("Wie behandelt dit verzoek?", radio=True), "Kies een collega uit de lijst.")

    def __init__(self, data: QueryDict | None, *, possible: Sequence[NamedId]) -> None:
        """Offer who may be chosen."""
        super().__init__(data)
        offer(self, "handler", [(str(each.id), each.name) for each in possible])


class IdentityForm(forms.Form):
    """How it was made sure who asks."""

    how = needed(choice("Hoe weet u wie het vraagt?", radio=True), "Kies hoe u dat weet.")

    def __init__(self, data: QueryDict | None, *, signed_in: SignInWay | None) -> None:
        """Offer what can be: that the codes are enough, only of who came in with them."""
        super().__init__(data)
        offer(self, "how", [(each.value, capital(word_for(each))) for each in identity_ways(signed_in)])


class ReasonForm(forms.Form):
    """Why."""

    reason = long_text("Waarom?", most=LONGEST)


class AnswerForm(forms.Form):
    """What the answer is: each kind of request asks what its answer has to say."""

    answer = needed(
        choice("Wat is het antwoord?", [("do", "Doen wat is gevraagd"), ("refuse", "Weigeren")], radio=True),
        "Kies wat het antwoord is.",
    )
    corrected = long_text(
        "Wat is verbeterd?", help_text=f"{_IF_DONE} Wat in het register is verbeterd, staat er al bij."
    )
    stops = long_text("Wat stopt er?", help_text=f"{_IF_DONE} {_READS}")
    units = _several("Wat wordt gewist?", f"{_IF_DONE} Een ander keurt het goed voordat het weg is.")
    told = _several("Wie kreeg dit eerder, en hoorde dat dit verandert?", f"{_IF_DONE} AVG, artikel 19.")
    why_not_told = long_text("Waarom hoorde niet iedereen het?", rows=2, help_text=_IF_DONE)
    not_waited = long_text("Waarom wacht u niet op het Zorg- en Veiligheidshuis?", rows=2, help_text=_IF_DONE)
    ground = choice("Op welke grond weigert u?", [("", "Kies een grond"), *_choices(ErasureRefusal)])
    reason = long_text("Waarom niet?", most=LONGEST, help_text=f"{_IF_NOT} {_READS}")
    own_view = long_text(
        "De eigen kijk van de inwoner",
        most=LONGEST,
        help_text=f"{_IF_NOT} In de woorden van de inwoner. Die komen ernaast te staan en veranderen niet meer.",
    )
    beside = choice("Waar komt die te staan?", _choices(Statement.About), initial=Statement.About.PEOPLE.value)

    def __init__(self, data: QueryDict | None, *, found: RequestView, before: Before, erasable: Offered) -> None:
        """Ask only what this kind of request needs; `erasable` are units with what they are called."""
        super().__init__(data, initial={"own_view": found.content.words})
        kind = found.line.kind
        self.fields["ground"].help_text = self.fields["beside"].help_text = _IF_NOT
        offer(self, "units", erasable)
        offer(self, "told", [(str(each.id), f"{each.name}: {each.what}") for each in before.receivers])
        asked = _ASKED[kind]
        if not before.receivers:
            asked = asked - {"told", "why_not_told"}
        if found.houses_waiting:
            asked = asked | {"not_waited"}
        for name in self.fields.keys() - asked - {"answer", "reason"}:
            del self.fields[name]

    def new(self) -> NewAnswer:
        """Give what was filled in."""
        filled = {name: value for name, value in self.cleaned_data.items() if value}
        refuse = filled["answer"] == "refuse"
        units = (each.split(":") for each in filled.get("units", ()))
        return NewAnswer(
            refuse=refuse,
            reason=filled.get("reason" if refuse else "stops", ""),
            corrected=filled.get("corrected", ""),
            told=frozenset(UUID(each) for each in filled.get("told", ())),
            why_not_told=filled.get("why_not_told", ""),
            own_view=filled.get("own_view", ""),
            beside=Statement.About(filled.get("beside", Statement.About.PEOPLE)),
            units=frozenset((UnitKind(kind), UUID(unit_id)) for kind, unit_id in units),
            not_waited=filled.get("not_waited", ""),
            ground=ErasureRefusal(filled["ground"]) if "ground" in filled else None,
        )


class ItemForm(forms.Form):
    """What happens to one item."""

    answer = needed(choice("Wat krijgt de inwoner?", _choices(ItemAnswer), radio=True), "Kies wat de inwoner krijgt.")
    reason = choice("Waarom niet alles?", [("", "Kies een reden"), *_choices(LeftOutReason)])
    words = long_text("Wat de inwoner wel leest", most=LONGEST, rows=8, help_text="Alleen als u het inkort.")


class TermForm(forms.Form):
    """Within how many months it is answered."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    months = forms.IntegerField(label="Binnen hoeveel maanden krijgt iemand antwoord?", min_value=1, max_value=12)
    extension = forms.IntegerField(label="Hoeveel maanden mogen erbij?", min_value=0, max_value=12)
    source = line("Waar staat dit?", most=_SOURCE, required=True)

    def __init__(self, data: QueryDict | None, *, seen: Term) -> None:
        """Begin with what holds now."""
        names = ("number", "months", "extension", "source")
        super().__init__(data, initial={name: getattr(seen, name) for name in names})

    def term(self) -> Term:
        """Give what was filled in."""
        return Term(**self.cleaned_data)
