"""A household with two children, seen from the pages of scaling. Everybody in it is *verzonnen*."""

from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, PhasePeriod, Seat
from houvast.cases.rules.opening import Choice
from houvast.cases.rules.scaling import NewProposal
from houvast.cases.services.add_resident import NewCaseResident
from houvast.cases.services.open_case import NewCase, open_case
from houvast.cases.services.propose_scaling import propose_scaling
from houvast.directory.models import Mandate
from houvast.residents.models import Resident
from tests.worlds import NOW, START, World, make_resident

CODE = "C-2026-0001"
TO_3 = ["meer-leefgebieden", "meer-domeinen", "veiligheid"]
TO_4 = ["verdere-neergang", "meer-ketens", "ernstig-veiligheidsprobleem"]


def household(world: World, *, director: str | None = "sanne", phase: int = 2, children: bool = True) -> UUID:
    """Open a case about the Wieringa household; Siem is 6 and Lotte 3 on 23 November 2026."""
    residents = [NewCaseResident(make_resident(world, "Wieringa", "Anne").id)]
    if children:
        born = {"Lotte": (2023, 5, 2), "Siem Jan": (2020, 2, 14)}
        for first_names, (year, month, day) in born.items():
            child = make_resident(world, "Wieringa", first_names)
            Resident.objects.filter(pk=child.id).update(birth_year=year, birth_month=month, birth_day=day)
            residents.append(NewCaseResident(child.id, is_child=True))
    chosen = {} if director is None else {Responsibility.CASE_DIRECTION: Choice(member_id=world.id(director))}
    new = NewCase(
        municipality_id=world.municipality.id,
        kind=Case.Kind.HOUSEHOLD,
        name="Huishouden Wieringa",
        phase=phase,
        domain="oggz",
        residents=residents,
        chosen=chosen,
    )
    return open_case(actor=world.actor("marit"), now=NOW, new=new).id


def give_mandate(world: World, name: str, function: str) -> None:
    """Let a member record the decisions of a function."""
    member = world.members[name]
    Mandate.objects.create(member=member, function=function, document="Mandaatbesluit 2026 (verzonnen)", from_at=START)


def proposed(world: World, case_id: UUID, to_phase: int = 3, by: str = "sanne") -> UUID:
    """Propose to scale up."""
    new = NewProposal(to_phase, frozenset(TO_3), "Drie teams zijn apart bezig.", "Siem slaapt slecht.")
    return propose_scaling(actor=world.actor(by), now=NOW, case_id=case_id, new=new)


def period(case_id: UUID) -> PhasePeriod:
    """Give the present period of a case."""
    return Case.objects.select_related("phase_period").get(pk=case_id).phase_period


def seat(case_id: UUID, responsibility: Responsibility) -> Seat:
    """Give the newest seat of a responsibility."""
    found: Seat = getattr(Case.objects.get(pk=case_id), responsibility.value)
    return found


def filled_in(case_id: UUID, **more: object) -> dict[str, object]:
    """Give a form that is complete for scaling up from 2 to 3."""
    return {
        "seen": str(period(case_id).id),
        "criteria": TO_3,
        "reason": "Drie teams zijn apart bezig.",
        "children": "Siem slaapt slecht.",
        "doen": "opslaan",
        **more,
    }
