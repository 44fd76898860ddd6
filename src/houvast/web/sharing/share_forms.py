"""Forms of sharing: two screens, and what is said about it later. What must be filled in is judged by the rule."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict

from houvast.cases.models import Note
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors.contents import NoteLine
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.rules.consents import Giver, Meaning
from houvast.sharing.rules.judging import ConflictStep, SecrecyRoute
from houvast.sharing.selectors.offered import Offer
from houvast.sharing.services.record_consent import NewConsent
from houvast.web.form_fields import Choices, choice, day, line, long_text, needed, offer
from houvast.web.sharing.ground_forms import capital

PART_WORDS: Mapping[Part, str] = {
    Part.PEOPLE: "Om wie het gaat: namen, geboortedatum, adres en contact",
    Part.ORGANISATIONS: "Welke organisaties betrokken zijn, en wie u daar belt",
    Part.PLAN: "Het plan, met taken, maatregelen en maatwerk",
    Part.DECISIONS: "Besluiten over op- en afschalen, met de redenen",
    Part.MOMENTS: "Cruciale momenten, zonder die over zorg",
    Part.CARE_MOMENTS: "Cruciale momenten in de zorg",
}
STEP_WORDS: Mapping[ConflictStep, str] = {
    ConflictStep.TRIED: "Ik vroeg toestemming, of het vragen kan echt niet.",
    ConflictStep.HARM: "Zwijgen geeft iemand ernstige schade.",
    ConflictStep.HELPS: "Delen voorkomt of beperkt die schade.",
    ConflictStep.NO_OTHER_WAY: "Het kan niet op een andere manier.",
    ConflictStep.LEAST: "Ik deel zo min mogelijk, en sprak erover met een collega.",
}
ROUTE_WORDS: Mapping[SecrecyRoute, str] = {
    SecrecyRoute.NOT_APPLICABLE: "Wat ik deel valt niet onder een beroepsgeheim",
    SecrecyRoute.LIFTED: "De inwoner heft het geheim op: dat staat al vast bij toestemming",
    SecrecyRoute.LEGAL_DUTY: "Een wet zegt dat ik moet of mag spreken (meldplicht of meldrecht)",
    SecrecyRoute.CONFLICT_OF_DUTIES: "Ik zit in een conflict van plichten",
}
_LONGEST_NAME, _NOTE_WORDS = 120, 70
_NEEDED, _ONE = "Verplicht om te delen.", "Verplicht om te delen. Eén zin is genoeg."
_WHY = "Schrijf in één zin op waarom."
_NOT_TOLD = "Alleen als de inwoner het nog niet weet."


def _note(each: NoteLine) -> str:
    on = in_amsterdam(each.written_at).date()
    text = " ".join((each.text or "").split())
    start = text if len(text) <= _NOTE_WORDS else f"{text[:_NOTE_WORDS].rstrip()}…"
    return f"{capital(word_for(Note.Part(each.part)))}, {each.author}, {short(on, on)}: {start}"


class ChooseForm(forms.Form):
    """The first screen: what, about whom, with whom."""

    wat = forms.MultipleChoiceField(
        label="1. Wat wilt u delen?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Verplicht om iets te kiezen: hier, of één of meer notities.",
    )
    notitie = forms.MultipleChoiceField(
        label="Welke notities?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen als u een notitie deelt. Wat later wordt geschreven, gaat niet mee.",
    )
    over = forms.MultipleChoiceField(
        label="Over wie gaat het?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Verplicht om te kiezen.",
    )
    met = needed(choice("2. Met wie wilt u delen?"), "Kies met wie u deelt.")

    def __init__(self, data: QueryDict | None, *, offered: Offer, receivers: Choices) -> None:
        """Offer what may go, and with whom."""
        super().__init__(data)
        everybody = [(str(each.resident.id), each.resident.name) for each in offered.people]
        offer(self, "wat", [(part.value, PART_WORDS[part]) for part in offered.parts])
        offer(self, "notitie", [(str(each.id), _note(each)) for each in offered.notes])
        offer(self, "over", everybody)
        offer(self, "met", receivers, nothing="Kies een persoon, organisatie of tafel")
        self.fields["over"].initial = [value for value, _ in everybody] if len(everybody) == 1 else []
        for name, values in (("wat", offered.parts), ("notitie", offered.notes), ("over", everybody)):
            if not values:
                del self.fields[name]

    def clean(self) -> dict[str, object]:
        """Ask for something to share."""
        filled = self.cleaned_data
        if not filled.get("wat") and not filled.get("notitie"):
            self.add_error("wat" if "wat" in self.fields else "notitie", "Kies wat u wilt delen.")
        if "over" in self.fields and not filled.get("over"):
            self.add_error("over", "Kies over wie het gaat.")
        return filled

    @property
    def parts(self) -> frozenset[Part]:
        """Give the parts that were chosen."""
        return frozenset(Part(each) for each in self.cleaned_data.get("wat", ()))

    def ids(self, name: str) -> frozenset[UUID]:
        """Give the notes or residents that were chosen."""
        return frozenset(UUID(each) for each in self.cleaned_data.get(name, ()))


class AnswerForm(forms.Form):
    """The second screen: purpose and ground, necessary and least, secrecy, and what the resident knows."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    name = line("Wie krijgt het papier?", most=_LONGEST_NAME, help_text="De persoon die het krijgt.", required=True)
    ground = forms.ChoiceField(
        label="3. Waarvoor, en op welke grond?", required=False, widget=forms.RadioSelect, help_text=_NEEDED
    )
    necessity = long_text("4. Waarom is dit nodig?", rows=2, help_text=_ONE)
    least = long_text("Waarom kan het niet met minder?", rows=2, help_text=_ONE)
    route = forms.ChoiceField(
        label="Hoe zit het met geheimhouding?",
        required=False,
        choices=[(each.value, ROUTE_WORDS[each]) for each in SecrecyRoute],
        widget=forms.RadioSelect,
        help_text=_NEEDED,
    )
    route_words = long_text(
        "Welke plicht, en waarom nu?",
        rows=2,
        help_text="Alleen bij een wettelijke plicht of een conflict van plichten.",
    )
    steps = forms.MultipleChoiceField(
        label="Klopt dit allemaal?",
        required=False,
        choices=[(each.value, STEP_WORDS[each]) for each in ConflictStep],
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen bij een conflict van plichten.",
    )
    despite = long_text(
        "Waarom toch delen, nu de inwoner bezwaar maakte?",
        rows=2,
        help_text="Alleen voor een rechtszaak, om de rechten van een ander te beschermen, of om een zwaar algemeen "
        "belang (AVG, artikel 18, tweede lid).",
    )
    told_on = day("5. Wanneer hoorde de inwoner dit?", help_text="Verplicht als de inwoner het weet. Anders leeg.")
    told = long_text("Nog niet verteld: waarom niet?", rows=2, help_text=_NOT_TOLD)
    tell_before = day("Nog niet verteld: wanneer kijkt u opnieuw?", help_text=_NOT_TOLD)
    until = day("Tot en met welke dag deelt u dit?", help_text="Verplicht om te delen. Kies zo kort als kan.")

    def __init__(
        self,
        data: QueryDict | None,
        *,
        grounds: Choices,
        on_paper: bool,
        objecting: bool,
        start: Mapping[str, object],
    ) -> None:
        """Offer the grounds that fit the receiver; a name is asked for paper only, and why when somebody objects."""
        super().__init__(data, initial=dict(start))
        offer(self, "ground", [*grounds, ("", "Er staat geen grond bij")])
        if not on_paper:
            del self.fields["name"]
        if not objecting:
            del self.fields["despite"]


class ReasonForm(forms.Form):
    """Why, in one sentence."""

    reason = needed(long_text("Waarom?", rows=2), _WHY)


class EndForm(forms.Form):
    """Why somebody took their consent back, if they said so."""

    reason = long_text("Waarom?", rows=2)


class SecondForm(forms.Form):
    """The answer of the second person."""

    answer = needed(
        choice("Wat is uw antwoord?", [("yes", "Ja, dit mag worden gedeeld"), ("no", "Nee")], radio=True),
        "Kies ja of nee.",
    )
    reason = needed(long_text("Waarom? Eén zin.", rows=2), _WHY)


class TellForm(forms.Form):
    """What the resident knows."""

    told_on = day("Wanneer hoorde de inwoner dit?", help_text="Leeg als u nog wacht.")
    words = long_text("Wat vertelde u, of waarom nog niet?", rows=2, help_text="Verplicht als u nog wacht.")
    tell_before = day("Nog niet verteld: wanneer kijkt u opnieuw?", help_text=_NOT_TOLD)


class ConsentForm(forms.Form):
    """A consent: one meaning, about one resident."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    resident = needed(choice("Over wie gaat het?"), "Kies over wie het gaat.")
    meaning = needed(
        choice(
            "Waar is toestemming voor gegeven?",
            [
                (Meaning.LIFTING.value, "Om het geheim op te heffen: een hulpverlener mag iets zeggen"),
                (Meaning.GROUND.value, "Om te delen: als grond, als er geen andere is"),
                (Meaning.HELP.value, "Met de hulp zelf: dat is geen grond om te delen"),
            ],
            radio=True,
        ),
        "Kies één van de drie. Zij zijn niet hetzelfde.",
    )
    giver = needed(
        choice("Wie gaf toestemming?", [(each.value, capital(word_for(each))) for each in Giver]), "Kies wie."
    )
    name = line("Hoe heet die persoon?", most=_LONGEST_NAME, help_text="Leeg als het de inwoner zelf is.")
    about = needed(
        long_text("Waar gaat het over?", rows=2, help_text="Wat, met wie, en waarvoor."),
        "Schrijf op waar de toestemming over gaat: wat, met wie, waarvoor.",
    )
    channel = needed(
        line("Hoe hoorde u dit?", most=40, help_text="Bijvoorbeeld: gesprek, telefoon of brief."),
        "Vul in hoe u dit hoorde, zoals in een gesprek.",
    )
    given_on = needed(day("Op welke dag?"), "Vul de dag in waarop toestemming is gegeven.")
    until_on = needed(day("Tot en met welke dag geldt het?"), "Vul in tot wanneer dit geldt.")

    def new(self) -> NewConsent:
        """Give what was filled in."""
        filled = self.cleaned_data
        return NewConsent(
            resident_id=UUID(filled["resident"]),
            meaning=Meaning(filled["meaning"]),
            giver=Giver(filled["giver"]),
            name=filled["name"],
            channel=filled["channel"],
            about=filled["about"],
            given_on=filled["given_on"],
            until_on=filled["until_on"],
            id=filled["once"],
        )


def as_day(value: object) -> date | None:
    """Give what was filled in as a day."""
    return value if isinstance(value, date) else None


def chosen_steps(values: Sequence[str]) -> frozenset[ConflictStep]:
    """Give the steps that were ticked."""
    return frozenset(ConflictStep(value) for value in values)
