"""Marking that somebody of a network is a resident of the register too, and taking that back."""

from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.audit.services.act import record_read
from houvast.cases import policy
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.contents import PersonLine, network_around, people
from houvast.cases.services.mark_same_in_case import end_same_in_case, mark_same_in_case
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents.events import RESIDENTS_SOUGHT
from houvast.residents.selectors import NetworkLine
from houvast.residents.selectors_shielding import shielded_by_mark
from houvast.web import addresses
from houvast.web.act_page import act_page
from houvast.web.cases.people_forms import BSN, ConfirmForm
from houvast.web.cases.residents import find_person, person_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import choice, needed, offer, own_line, whole_bsn

ELSEWHERE = "bsn"
NOBODY_OPEN = "Voor niemand van deze casus verandert er iets aan een afscherming."


class SameForm(forms.Form):
    """Which resident it is: somebody of the case, or who has a BSN."""

    same = needed(choice("Welke inwoner is dit?", radio=True), "Kies wie dit is.")
    bsn = own_line("BSN", most=BSN, inputmode="numeric", help_text="Alleen als de inwoner niet in deze casus staat.")

    def clean_bsn(self) -> str:
        """Give it without dots and spaces."""
        return whole_bsn(self.cleaned_data["bsn"])


def _find(
    request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID
) -> tuple[FoundCase, PersonLine, NetworkLine]:
    found, person = find_person(request, code, resident_id)
    relative = next((each for each in network_around((person,)) if each.id == network_member_id), None)
    if relative is None:
        raise NotVisible
    return found, person, relative


@signed_in
def mark(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Mark that somebody of a network is a resident too."""
    found, person, relative = _find(request, code, resident_id, network_member_id)
    form = _form(request, found, resident_id)
    page = person_page(
        found,
        f"{relative.name} is ook inwoner",
        "Vastleggen",
        f"Vastgelegd: {relative.name} is ook inwoner.",
        "Nog niets vastgelegd.",
        "Wie voor de een is afgeschermd, is dat ook voor de ander: in brieven, op een eigen pagina en bij inzage.",
        "Met een BSN ziet u niets van die inwoner. Dat u zocht, komt in het logboek.",
        "Niemand krijgt hier bericht van.",
        intro=f"{relative.name} ({relative.relation} van {person.resident.name}) kan zelf ook in het register staan.",
    )

    def do(data: dict[str, object]) -> str:
        chosen, bsn = str(data["same"]), str(data.get("bsn", ""))
        if chosen == ELSEWHERE:
            _on_record(request, found)
        mark_same_in_case(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            network_member_id=network_member_id,
            same=UUID(chosen) if chosen not in ("", ELSEWHERE) else None,
            bsn=bsn if chosen == ELSEWHERE else "",
        )
        return addresses.relative(found.band.code, resident_id, network_member_id)

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _form(request: DoorRequest, found: FoundCase, resident_id: UUID) -> SameForm:
    """Give the form with the other people of the case; a BSN is for who may look in the register."""
    form = SameForm(request.POST or None)
    known = people(request.viewer, found.band.case_id, now=request.now, today=in_amsterdam(request.now).date())
    choices = [(str(each.resident.id), each.resident.name) for each in known if each.resident.id != resident_id]
    if policy.may_look_up_residents(request.viewer, found.facts).allowed:
        choices.append((ELSEWHERE, "Een inwoner buiten deze casus, met een BSN"))
    else:
        del form.fields["bsn"]
    offer(form, "same", choices)
    return form


def _on_record(request: DoorRequest, found: FoundCase) -> None:
    """Put on record that somebody looked in the register, also when nobody was found; nothing of anybody is shown."""
    record_read(
        RESIDENTS_SOUGHT,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"by_bsn": True, "shown": 0},
    )


@signed_in
def end(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Say that they are not the same person after all."""
    found, _, relative = _find(request, code, resident_id, network_member_id)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    open_after = shielded_by_mark(network_member_id, now=request.now)
    known = people(request.viewer, found.band.case_id, now=request.now, today=in_amsterdam(request.now).date())
    named = " en ".join(each.resident.name for each in known if each.resident.id in open_after)
    page = person_page(
        found,
        f"{relative.name} is toch niet dezelfde persoon als de inwoner",
        "Vastleggen",
        "Vastgelegd: dit is niet dezelfde persoon.",
        "Nog niets vastgelegd.",
        f"Let op: {named} is daarna nog maar voor een van beiden afgeschermd." if named else NOBODY_OPEN,
        "Is iemand van een andere casus hierdoor afgeschermd, dan kan dit niet.",
        "Dat het zo stond, blijft bewaard.",
    )

    def do(_data: dict[str, object]) -> str:
        end_same_in_case(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            network_member_id=network_member_id,
        )
        return addresses.relative(found.band.code, resident_id, network_member_id)

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)
