"""The people of an open case: adding, correcting, what they are in it, moving in and out, and leaving the case."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse

from houvast.audit.services.act import record_read
from houvast.cases import policy
from houvast.cases.selectors import contents, households
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.services.add_new_resident import NewPersonInCase, add_new_resident
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.cases.services.change_place import change_place
from houvast.cases.services.correct_resident_of_case import correct_resident_of_case
from houvast.cases.services.join_household import join_household
from houvast.cases.services.leave_household import leave_household
from houvast.cases.services.remove_resident import remove_resident
from houvast.kernel.dutch_dates import known_part
from houvast.kernel.errors import Invalid, NotVisible
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.rules.personal_data import PersonalData
from houvast.residents.selectors import CorrectableData, KnownResident, known_as
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.cases import people_forms
from houvast.web.cases.people_forms import (
    SOMEBODY_NEW,
    ConfirmForm,
    CorrectForm,
    JoinHouseholdForm,
    LeaveHouseholdForm,
    NewResidentForm,
    PlaceForm,
)
from houvast.web.door import DoorRequest, signed_in

_CHOOSE = "Houvast kent iemand die het kan zijn. Kies wie het is."


def person_page(
    found: FoundCase, title: str, button: str, done: str, not_done: str, *consequences: str, intro: str = ""
) -> ActPage:
    """Give the page of an act about somebody in a case; it leads back to the people."""
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done=not_done,
        back=addresses.case_act(found.band.code, "mensen"),
        back_text=f"Mensen rond {found.band.name}",
        intro=intro,
        consequences=consequences,
    )


def find_person(request: DoorRequest, code: str, resident_id: UUID) -> tuple[FoundCase, contents.PersonLine]:
    """Give a case and somebody whom it is about now. Raises `NotVisible`."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    today = in_amsterdam(request.now).date()
    people = contents.people(request.viewer, found.band.case_id, now=request.now, today=today)
    person = next((each for each in people if each.resident.id == resident_id), None)
    if person is None:
        raise NotVisible
    return found, person


@signed_in
def new_resident(request: DoorRequest, code: str) -> HttpResponse:
    """Add somebody: out of the register when a person says that it is them, else as somebody new."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    band = found.band
    form = NewResidentForm(request.POST or None, initial={"once": new_id()})
    verdict = policy.may_work_in(request.viewer, found.facts)
    alike = _alike(request, found, form) if verdict.allowed else ()
    if alike:
        form.offer_known(_choices(alike))
    else:
        del form.fields["known"]
    page = person_page(
        found,
        "Inwoner toevoegen",
        "Inwoner toevoegen",
        "De inwoner staat bij deze casus.",
        "Nog niet toegevoegd.",
        "Wie deze casus leidt, ziet de inwoner vanaf nu.",
        "Is de inwoner al bekend in uw gemeente, dan kiest u eerst of het dezelfde is. Niemand komt er dubbel in.",
        "Van wie al bekend is, blijven de gegevens zoals zij waren. Verbeteren kan daarna.",
    )

    def do(data: dict[str, object]) -> str:
        chosen = str(data["known"])
        if alike and chosen not in {value for value, _ in _choices(alike)}:
            raise Invalid({"known": _CHOOSE})
        _add(request, band.case_id, form, chosen if alike else SOMEBODY_NEW)
        return addresses.case_act(band.code, "mensen")

    return act_page(
        request, page, form, do, verdict=verdict, rename={"residents": "known", "born": "birth_date"}, about=found
    )


def _alike(request: DoorRequest, found: FoundCase, form: NewResidentForm) -> tuple[KnownResident, ...]:
    """Give who in the register may be meant, for who works for its municipality; that somebody looked is on record."""
    if not form.is_bound or not form.is_valid():
        return ()
    if not policy.may_look_up_residents(request.viewer, found.facts).allowed:
        return ()
    data, bsn = form.filled_in(), str(form.cleaned_data["bsn"])
    alike = known_as(found.band.municipality_id, bsn=bsn, surname=data.surname, birth_date=data.born)
    record_read(
        events.RESIDENTS_SOUGHT,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"by_bsn": bool(bsn), "shown": len(alike)},
    )
    return alike


def _choices(alike: tuple[KnownResident, ...]) -> list[tuple[str, str]]:
    """Give who it may be; "somebody new" only where no number says otherwise."""
    made = [(str(each.id), _said(each)) for each in alike]
    if any(each.same_bsn for each in alike):
        return made
    return [*made, (SOMEBODY_NEW, "Nee, dit is iemand anders")]


def _said(each: KnownResident) -> str:
    born = f", geboren {known_part(each.born)}" if each.born else ""
    return f"{each.name}{born}, {'zelfde BSN' if each.same_bsn else 'zelfde naam en geboortedatum'}"


def _add(request: DoorRequest, case_id: UUID, form: NewResidentForm, who: str) -> None:
    filled = form.cleaned_data
    role, is_child = str(filled["role"]).strip(), bool(filled["is_child"])
    if who != SOMEBODY_NEW:
        known = NewCaseResident(UUID(who), is_child, role)
        add_resident(actor=request.actor, now=request.now, case_id=case_id, new=known)
        return
    new = NewPersonInCase(filled["once"], form.filled_in(), filled["bsn"], role, is_child)
    add_new_resident(actor=request.actor, now=request.now, case_id=case_id, new=new)


@signed_in
def correct(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Correct the data of somebody in a case. What a hidden address hides is not shown here either."""
    found, person = find_person(request, code, resident_id)
    verdict = policy.may_work_in(request.viewer, found.facts)
    seen = households.correctable_of_case(request.viewer, found.band.case_id, resident_id, now=request.now)
    if seen is None:
        raise NotVisible
    form = CorrectForm(request.POST or None, initial=people_forms.starting_from(seen.data, seen.version))
    if seen.hidden:
        for name in ("address", "phone", "mail_to"):
            form.fields[name].help_text = "Verborgen. Laat leeg om niets te veranderen."
    page = person_page(
        found,
        f"Gegevens van {person.resident.name}",
        "Gegevens verbeteren",
        "De gegevens zijn verbeterd.",
        "Nog niet verbeterd.",
        "In het logboek staat wie wat verbeterde: welk veld, niet wat erin stond.",
        "Verbetert u iets wat bij een andere casus ook klopt, dan ziet men het daar ook.",
    )

    def do(data: dict[str, object]) -> str:
        corrected = form.filled_in()
        if "address" not in form.changed_data:
            corrected = _at_home(corrected, seen)
        correct_resident_of_case(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            seen=int(str(data["seen"])),
            data=corrected,
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=verdict, rename={"born": "birth_date"}, about=found)


def _at_home(corrected: PersonalData, seen: CorrectableData) -> PersonalData:
    """Keep the address as it is kept: a line that nobody touched is not taken apart anew."""
    home = seen.data
    return replace(
        corrected, street=home.street, house_number=home.house_number, postcode=home.postcode, town=home.town
    )


@signed_in
def move(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Put on record that somebody came to live in the household, or left it."""
    found, person = find_person(request, code, resident_id)
    stays = households.household_of_case(request.viewer, found.band.case_id, now=request.now)
    if any(each.resident_id == resident_id and each.until is None for each in stays):
        return _leaves(request, found, person)
    return _joins(request, found, person)


def _joins(request: DoorRequest, found: FoundCase, person: contents.PersonLine) -> HttpResponse:
    name = person.resident.name
    form = JoinHouseholdForm(request.POST or None, initial={"role": person.role})
    page = person_page(
        found,
        f"{name} woont hier",
        "Vastleggen dat deze persoon hier woont",
        f"Vastgelegd: {name} woont hier.",
        "Nog niet vastgelegd.",
        "Bij de mensen staat vanaf welke dag deze persoon in het huishouden woont.",
        "Er verandert niets aan wie de casus ziet.",
    )

    def do(data: dict[str, object]) -> str:
        join_household(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=person.resident.id,
            since=form.cleaned_data["since"],
            role=str(data["role"]),
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _leaves(request: DoorRequest, found: FoundCase, person: contents.PersonLine) -> HttpResponse:
    name = person.resident.name
    form = LeaveHouseholdForm(request.POST or None)
    page = person_page(
        found,
        f"{name} woont hier niet meer",
        "Vertrek vastleggen",
        f"Vastgelegd: {name} woont hier niet meer.",
        "Nog niet vastgelegd.",
        "Dat deze persoon hier woonde, blijft staan.",
        "De casus gaat nog steeds ook over deze persoon. Uit de casus halen is iets anders.",
    )

    def do(data: dict[str, object]) -> str:
        leave_household(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=person.resident.id,
            until=form.cleaned_data["until"],
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def change(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Change what somebody is in a case."""
    found, person = find_person(request, code, resident_id)
    name = person.resident.name
    form = PlaceForm(request.POST or None, initial={"role": person.role, "is_child": person.is_child})
    page = person_page(
        found,
        f"Rol van {name} wijzigen",
        "Rol wijzigen",
        f"De rol van {name} is gewijzigd.",
        "Nog niet gewijzigd.",
        "Bij de mensen staat vanaf nu de nieuwe rol. Wat deze persoon eerder was, blijft bewaard.",
        "Gaat de casus over een kind, dan vraagt elk voorstel om te schalen wat het voor de kinderen betekent.",
    )

    def do(data: dict[str, object]) -> str:
        change_place(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            role=str(data["role"]),
            is_child=bool(data["is_child"]),
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def leave_case(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """End somebody's place in a case."""
    found, person = find_person(request, code, resident_id)
    name = person.resident.name
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    page = person_page(
        found,
        f"{name} uit de casus halen",
        "Uit de casus halen",
        f"{name} hoort niet meer bij deze casus.",
        "Nog niet gedaan.",
        "De casus gaat niet meer over deze persoon. Dat het zo was, blijft staan.",
        "De naasten van deze persoon staan dan ook niet meer bij de casus.",
        "Terugkomen kan: voeg de persoon dan opnieuw toe.",
    )

    def do(data: dict[str, object]) -> str:
        case_id = found.band.case_id
        remove_resident(actor=request.actor, now=request.now, case_id=case_id, resident_id=person.resident.id)
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)
