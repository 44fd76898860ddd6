"""Writing down what one saw and heard where interests conflict, with whom to ask about families."""

from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy_notes
from houvast.cases.models import Note
from houvast.cases.rules.observing import Observation, observation_problems
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.contents import parts_seen
from houvast.cases.services.write_note import write_note
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.cases.forms import PARTS
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import day, long_text, own_line


class ObservationForm(forms.Form):
    """What was seen and heard, from whom and when, and who may read it."""

    once = forms.UUIDField(widget=forms.HiddenInput)
    saw = long_text("Wat zag u?", rows=3, help_text="Alleen wat er gebeurde. Niet wat u ervan vindt.")
    heard = long_text("Wat hoorde u?", rows=3, help_text="Zo letterlijk als u kunt.")
    said_by = own_line("Wie zei dat?", most=120, help_text="Verplicht als u schrijft wat u hoorde.")
    on = day("Op welke dag?", required=True)
    part = forms.ChoiceField(
        label="Waarover gaat het?", widget=forms.RadioSelect, choices=PARTS, initial=Note.Part.GENERAL.value
    )


@signed_in
def observe(request: DoorRequest, code: str) -> HttpResponse:
    """Write an observation."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    today = in_amsterdam(request.now).date()
    form = ObservationForm(request.POST or None, initial={"once": new_id(), "on": today})
    page = ActPage(
        title="Wat ik zag en hoorde",
        button="Bewaren",
        done="Bewaard, met uw naam en de dag.",
        not_done="Nog niet bewaard.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        intro="Voor als belangen botsen, zoals bij een echtscheiding. Feiten, geen oordeel.",
        facts=_whom_to_ask(found.band.municipality_id),
        consequences=(
            "Een algemene waarneming leest alleen wie deze casus of het proces leidt.",
            "Over zorg of politie leest een ander haar pas als u een notitie deelt.",
            "Zij gaat niet verder zonder uw toestemming, en verandert niet meer.",
            "De inwoner kan haar lezen bij inzage, zonder wat over een ander gaat.",
        ),
    )

    def do(_data: dict[str, object]) -> str:
        filled = form.cleaned_data
        said = Observation(filled["saw"], filled["heard"], filled["said_by"], filled["on"])
        problems = observation_problems(said, today)
        if problems:
            raise Invalid(problems)
        write_note(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            part=Note.Part(filled["part"]),
            text=said.as_note(),
            ask_before_passing=True,
            note_id=filled["once"],
        )
        return addresses.case(found.band.code)

    parts = parts_seen(request.viewer, found.band.case_id, now=request.now)
    verdict = policy_notes.may_contribute(request.viewer, found.facts, parts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _whom_to_ask(municipality_id: UUID) -> tuple[tuple[str, str], ...]:
    """Give whom to ask about families and interests that conflict."""
    adviser = settings_of(municipality_id).family_adviser
    known = ", ".join(part for part in (adviser.contact, adviser.phone) if part)
    return (("Raadplegen over families", known or "Uw gemeente vulde nog niemand in (Intake, Wie u raadpleegt)."),)
