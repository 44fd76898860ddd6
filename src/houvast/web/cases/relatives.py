"""Those close to the people of an open case: adding somebody to a network, and taking somebody out of it."""

from uuid import UUID

from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.selectors.contents import network_around
from houvast.cases.services.add_to_network import add_to_network
from houvast.cases.services.take_from_network import take_from_network
from houvast.kernel.errors import NotVisible
from houvast.kernel.ids import new_id
from houvast.residents.services.add_network_member import NewNetworkMember
from houvast.web import addresses
from houvast.web.act_page import act_page
from houvast.web.cases.people_forms import ConfirmForm, NetworkForm
from houvast.web.cases.residents import find_person, person_page
from houvast.web.door import DoorRequest, signed_in


@signed_in
def new_relative(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Add somebody to the network of a resident."""
    found, person = find_person(request, code, resident_id)
    form = NetworkForm(request.POST or None, initial={"once": new_id()})
    page = person_page(
        found,
        f"Naaste van {person.resident.name} toevoegen",
        "Naaste toevoegen",
        "De naaste staat bij deze casus.",
        "Nog niet toegevoegd.",
        "Wie deze casus leidt, ziet de naaste en wat die mag weten.",
        "De naaste ziet de casus hierdoor niet. Waar het model het toelaat, kan een naaste wel de casusregie hebben.",
    )

    def do(data: dict[str, object]) -> str:
        new = NewNetworkMember(
            resident_id=resident_id,
            name=str(data["name"]),
            relation=str(data["relation"]),
            phone=str(data["phone"]),
            may_know=str(data["may_know"]),
            call_first=bool(data["call_first"]),
            mail_to=str(data["mail_to"]),
            id=UUID(str(data["once"])),
        )
        add_to_network(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


@signed_in
def end_relative(request: DoorRequest, code: str, resident_id: UUID, network_member_id: UUID) -> HttpResponse:
    """Take somebody out of the network of a resident."""
    found, person = find_person(request, code, resident_id)
    relative = next((each for each in network_around((person,)) if each.id == network_member_id), None)
    if relative is None:
        raise NotVisible
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    page = person_page(
        found,
        f"{relative.name} bij {person.resident.name} weghalen",
        "Naaste weghalen",
        f"{relative.name} staat niet meer bij deze casus.",
        "Nog niet weggehaald.",
        f"{relative.name} ({relative.relation}) staat niet meer bij de mensen en wordt niet meer gebeld.",
        "Dat deze persoon naaste was, blijft bewaard.",
        "Gaat een andere casus ook over deze inwoner, dan geldt het daar ook.",
    )

    def do(data: dict[str, object]) -> str:
        take_from_network(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            resident_id=resident_id,
            network_member_id=network_member_id,
        )
        return addresses.case_act(found.band.code, "mensen")

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)
