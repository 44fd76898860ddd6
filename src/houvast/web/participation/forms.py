"""What is filled in around own pages. What must be filled in is judged by the services."""

from uuid import UUID

from django import forms

from houvast.kernel.terms import word_for
from houvast.participation.rules.parts import MAY_BE_ALLOWED
from houvast.participation.rules.settings import LONGEST, OwnPageFacts
from houvast.participation.rules.taking_part import OLDEST, YOUNGEST, Ages, Capacity, ParticipantKind
from houvast.participation.selectors.of_case import Candidate
from houvast.participation.services.give_own_page import NewParticipant

_BETWEEN = ":"


class GiveForm(forms.Form):
    """Who gets an own page, and as what."""

    who = forms.ChoiceField(
        label="Wie krijgt een eigen pagina?",
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies iemand uit de lijst."),
    )
    capacity = forms.ChoiceField(
        label="Als wat vertegenwoordigt deze persoon de inwoner?",
        required=False,
        choices=[("", "Niet van toepassing"), *((each.value, word_for(each)) for each in Capacity)],
        help_text="Alleen voor wie een ander vertegenwoordigt. Een bewindvoerder gaat alleen over geld.",
    )
    sees_plan = forms.BooleanField(
        label="Het plan van deze casus gaat over deze inwoner",
        required=False,
        help_text=(
            "Staan er meer inwoners in de casus? Vink dit alleen aan voor wie het plan is. Een ander, zoals een "
            "ex-partner, leest dan alleen wie leidt, de stap en de eigen taken."
        ),
    )
    young_agrees = forms.BooleanField(
        label="De jongere vindt het goed dat deze ouder of voogd meekijkt", required=False
    )
    allowed = forms.MultipleChoiceField(
        label="Wat mag iemand van het netwerk nog meer zien?",
        required=False,
        choices=[(part.value, word_for(part)) for part in MAY_BE_ALLOWED],
        widget=forms.CheckboxSelectMultiple(),
        help_text="Alleen wat de inwoner goed vindt. Wie de hulp leidt en de eigen taken zijn er altijd.",
    )

    def new(self) -> NewParticipant:
        """Give who was chosen."""
        resident, person, near, kind = str(self.cleaned_data["who"]).split(_BETWEEN)
        capacity = str(self.cleaned_data["capacity"])
        return NewParticipant(
            resident_id=UUID(resident),
            person_id=UUID(person) if person else None,
            network_member_id=UUID(near) if near else None,
            kind=ParticipantKind(kind),
            capacity=Capacity(capacity) if capacity else None,
            sees_plan=bool(self.cleaned_data["sees_plan"]),
            young_agrees=bool(self.cleaned_data["young_agrees"]),
            allowed=self.cleaned_data["allowed"],
        )


def choices_of(candidate: Candidate) -> list[tuple[str, str]]:
    """Give how somebody can take part, as choices with their words."""
    ids = f"{candidate.resident_id}{_BETWEEN}{candidate.person_id or ''}{_BETWEEN}{candidate.network_member_id or ''}"
    paper = "" if candidate.can_be_texted else " (op papier)"
    if candidate.person_id == candidate.resident_id:
        return [(f"{ids}{_BETWEEN}{ParticipantKind.SELF.value}", f"{candidate.name}, voor zichzelf{paper}")]
    who = ", ".join(part for part in (candidate.name, candidate.relation) if part)
    found = [(ParticipantKind.REPRESENTATIVE, f"{who}: vertegenwoordigt {candidate.resident}{paper}")]
    if candidate.network_member_id:
        found.insert(0, (ParticipantKind.NETWORK, f"{who}: uit het netwerk van {candidate.resident}{paper}"))
    return [(f"{ids}{_BETWEEN}{kind.value}", label) for kind, label in found]


def _text(label: str, *, required: bool = True, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        help_text=help_text,
        error_messages={"required": "Vul dit in."},
    )


def _age(label: str, help_text: str) -> forms.IntegerField:
    wrong = f"Vul een leeftijd in van {YOUNGEST} tot en met {OLDEST} jaar."
    return forms.IntegerField(
        label=label,
        min_value=YOUNGEST,
        max_value=OLDEST,
        help_text=help_text,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), wrong),
    )


class SettingForm(forms.Form):
    """What own pages say in a municipality; `number` is the version that was seen."""

    number = forms.IntegerField(widget=forms.HiddenInput())
    supporter_name = _text(
        "Naam van de cliëntondersteuner", required=False, help_text="Laat leeg als inwoners een team bellen."
    )
    supporter_organisation = _text("Organisatie van de cliëntondersteuner")
    supporter_phone = _text("Nummer van de cliëntondersteuner")
    complaint_at = _text("Waar dient iemand een klacht in?")
    complaint_phone = _text("Nummer voor klachten")
    both_from = _age("Vanaf welke leeftijd kijkt een kind zelf mee?", "12 is een begin, naar artikel 7:450 BW.")
    alone_from = _age(
        "Vanaf welke leeftijd beslist een jongere alleen?", "16 is een begin, naar artikel 7:447 BW (onbevestigd)."
    )

    def facts(self) -> OwnPageFacts:
        """Give what was filled in."""
        data = self.cleaned_data
        return OwnPageFacts(
            supporter_name=data["supporter_name"],
            supporter_organisation=data["supporter_organisation"],
            supporter_phone=data["supporter_phone"],
            complaint_at=data["complaint_at"],
            complaint_phone=data["complaint_phone"],
            ages=Ages(data["both_from"], data["alone_from"]),
            number=data["number"],
        )
