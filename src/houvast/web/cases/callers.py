"""When a relative calls: what may be told and on what ground, writing down what they tell, and what they may do."""

from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy, policy_notes
from houvast.cases.models import Note
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.contents import PersonLine, network_around, parts_seen
from houvast.cases.services.agree_with_relative import agree_with_relative
from houvast.cases.services.write_note import write_note
from houvast.kernel.dutch_dates import exact
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.rules.networking import USUAL, Allowed, NetworkStep, TellingGround, Turn
from houvast.residents.selectors import NetworkLine
from houvast.residents.selectors_network import Caller, caller
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.caller_look import caller_facts
from houvast.web.cases.residents import find_person, person_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, day, long_text, needed
from houvast.web.look import Link

_PART = Note.Part.GENERAL


class HeardForm(forms.Form):
    """What a relative tells."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    text = long_text(
        "Wat vertelt deze naaste?", required=True, rows=4, help_text="Schrijf op wat u hoort. Wie het zei, komt erbij."
    )


class AllowedForm(forms.Form):
    """What a relative may hear and do, on what ground and since when."""

    allowed = forms.MultipleChoiceField(
        label="Wat mag deze naaste?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, word_for(each)) for each in Allowed],
        help_text="Vink niets aan als deze naaste niets mag horen en niets doet.",
    )
    ground = needed(
        choice("Wie vindt dit goed?", [(each.value, word_for(each)) for each in TellingGround], radio=True),
        "Kies wie dit goed vindt.",
    )
    on = day("Sinds welke dag?", required=True)
    words = long_text("In de woorden van de inwoner", rows=2, help_text="Bijvoorbeeld: mijn zus mag alles weten.")


class TakesPartForm(forms.Form):
    """Whether a relative is asked to take part, and says yes or no."""

    step = needed(
        choice(
            "Wat legt u vast?",
            [
                (each.value, word_for(each))
                for each in (NetworkStep.INVITED, NetworkStep.ACCEPTED, NetworkStep.DECLINED)
            ],
            radio=True,
        ),
        "Kies wat u vastlegt.",
    )
    on = day("Op welke dag?", required=True)


@signed_in
def calls(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Show what may be told to a relative who calls, and write down what they tell."""
    found, person, relative, called = _find(request, code, resident_id, network_member_id)
    form = HeardForm(request.POST or None, initial={"once": new_id()})
    page = ActPage(
        title=f"{relative.name} belt",
        button="Opschrijven",
        done="Opgeschreven, met wie het zei.",
        not_done="Nog niet opgeschreven.",
        back=addresses.case_act(found.band.code, "mensen"),
        back_text=f"Mensen rond {found.band.name}",
        intro=f"{relative.relation} van {person.resident.name}. Luisteren mag altijd. Vertellen mag met een grond.",
        facts=caller_facts(called, person.resident.name),
        elsewhere=_further(found, person, relative, request),
        consequences=(
            "Het staat als algemene notitie bij de casus, met de naam van wie het zei.",
            "Wie de casus leidt, leest het. De inwoner kan het lezen bij inzage.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        today = in_amsterdam(request.now).date()
        said = f"Verteld door {relative.name} ({relative.relation}), {exact(today)}: {data['text']}"
        once = UUID(str(data["once"]))
        write_note(
            actor=request.actor, now=request.now, case_id=found.band.case_id, part=_PART, text=said, note_id=once
        )
        return addresses.case_act(found.band.code, "mensen")

    parts = parts_seen(request.viewer, found.band.case_id, now=request.now)
    verdict = policy_notes.may_contribute(request.viewer, found.facts, parts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@signed_in
def allow(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Record what the resident lets a relative hear and do."""
    found, person, relative, called = _find(request, code, resident_id, network_member_id)
    standing, today = called.standing, in_amsterdam(request.now).date()
    start = {
        "allowed": [each.value for each in (standing.allowed if standing.allowed_on else USUAL)],
        "ground": standing.ground.value if standing.allowed_on else "",
        "words": standing.words,
        "on": today,
    }
    form = AllowedForm(request.POST or None, initial=start)
    page = person_page(
        found,
        f"Wat mag {relative.name} horen en doen?",
        "Vastleggen",
        "Vastgelegd wat deze naaste mag.",
        "Nog niet vastgelegd.",
        f"Vraag het aan {person.resident.name}. Wat u aanvinkt, mag wie hier werkt aan deze naaste vertellen.",
        "Wat eerder mocht, blijft bewaard. Wat u nu vastlegt, geldt meteen.",
        "Een afscherming gaat altijd voor: wat dan niet veilig is, wordt niet verteld.",
    )

    def do(_data: dict[str, object]) -> str:
        filled = form.cleaned_data
        turn = Turn(
            NetworkStep.ALLOWED,
            filled["on"],
            tuple(each for each in Allowed if each.value in filled["allowed"]),
            TellingGround(filled["ground"]),
            filled["words"].strip(),
        )
        return _record(request, found, person, relative, turn)

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def take_part(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Record that a relative is asked to take part, or says yes or no."""
    found, person, relative, _ = _find(request, code, resident_id, network_member_id)
    form = TakesPartForm(request.POST or None, initial={"on": in_amsterdam(request.now).date()})
    page = person_page(
        found,
        f"Doet {relative.name} mee?",
        "Vastleggen",
        "Vastgelegd.",
        "Nog niet vastgelegd.",
        f"U nodigt uit nadat {person.resident.name} zei wat deze naaste mag.",
        "Bij de naaste staat of die is uitgenodigd en meedoet, en sinds wanneer.",
        "Stoppen kan altijd: haal de naaste dan weg bij de casus.",
    )

    def do(_data: dict[str, object]) -> str:
        turn = Turn(NetworkStep(form.cleaned_data["step"]), form.cleaned_data["on"])
        return _record(request, found, person, relative, turn)

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _find(
    request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID
) -> tuple[FoundCase, PersonLine, NetworkLine, Caller]:
    found, person = find_person(request, code, resident_id)
    relative = next((each for each in network_around((person,)) if each.id == network_member_id), None)
    if relative is None:
        raise NotVisible
    return found, person, relative, caller(resident_id, network_member_id, now=request.now)


def _record(request: DoorRequest, found: FoundCase, person: PersonLine, relative: NetworkLine, turn: Turn) -> str:
    agree_with_relative(
        actor=request.actor,
        now=request.now,
        case_id=found.band.case_id,
        resident_id=person.resident.id,
        network_member_id=relative.id,
        turn=turn,
    )
    return addresses.relative(found.band.code, person.resident.id, relative.id)


def _further(found: FoundCase, person: PersonLine, relative: NetworkLine, request: DoorRequest) -> Elsewhere | None:
    """Give where it is recorded what they may, for who leads the case."""
    if not policy.may_work_in(request.viewer, found.facts).allowed:
        return None
    base = addresses.relative(found.band.code, person.resident.id, relative.id)
    same = Link("Dit is toch niet dezelfde persoon als de inwoner", f"{base}zelfde/einde/")
    if not relative.in_register:
        same = Link("Deze naaste is ook inwoner", f"{base}zelfde/")
    links = (Link("Vastleggen wat deze naaste mag", f"{base}mag/"), Link("Uitnodigen", f"{base}meedoen/"), same)
    return Elsewhere(f"Klopt dit niet meer? Vraag het {person.resident.name}.", links)
