"""A household with two grown-ups, a child and a sister, of which some take part. Everybody is *verzonnen*."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.cases.models import Case
from houvast.cases.services.add_resident import NewCaseResident, add_resident
from houvast.kernel.actor import Actor
from houvast.participation.models import Participant
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from houvast.participation.selectors.taking_part import HeldCode, Participating, participating, with_personal_code
from houvast.participation.services.give_own_page import GivenCode, NewParticipant, give_own_page
from houvast.participation.services.send_sign_in_code import send_sign_in_code
from houvast.participation.services.try_sign_in_code import try_sign_in_code
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from tests.lives import open_with
from tests.worlds import NOW, World, make_resident, make_world

MOBILE, LANDLINE = "06 00 00 04 17", "050 000 02 31"


@dataclass
class Household:
    """Ruben, whose case it is; Lieke, who lived with him; Fenna (10), their child; and Janna, the sister of Ruben."""

    world: World = field(default_factory=make_world)
    alone: bool = False

    def __post_init__(self) -> None:
        """Make the people and the case."""
        self.ruben = self._somebody("Dijkhuis", "Ruben", MOBILE)
        self.case_id = open_with(self.world, self.ruben.id)
        self.lieke = self._somebody("Admiraal", "Lieke", "06 00 00 04 21")
        self.fenna = self._somebody("Dijkhuis", "Fenna", "", born=2016)
        if not self.alone:
            self.join(self.lieke)
            self.join(self.fenna, is_child=True)
        near = NewNetworkMember(self.ruben.id, "Janna Kuipers", "zus", "06 00 00 04 19")
        self.janna = NetworkMember.objects.get(pk=add_network_member(actor=self.sanne, now=NOW, new=near))

    def _somebody(self, surname: str, first_names: str, phone: str, born: int = 1992) -> Resident:
        made = make_resident(self.world, surname, first_names)
        made.phone, made.birth_year, made.birth_month, made.birth_day = phone, born, 11, 23
        made.street, made.house_number, made.town = f"Laan van {first_names}", "12", "Delfzijl"
        made.save()
        return made

    def join(self, somebody: Resident, *, is_child: bool = False) -> None:
        """Add somebody to the case."""
        new = NewCaseResident(somebody.id, is_child=is_child)
        add_resident(actor=self.sanne, now=NOW, case_id=self.case_id, new=new)

    @property
    def sanne(self) -> Actor:
        """Give who leads the case."""
        return self.world.actor("sanne")

    @property
    def case(self) -> Case:
        """Give the case."""
        return Case.objects.get(pk=self.case_id)

    @property
    def self(self) -> NewParticipant:
        """Give Ruben, for himself."""
        return NewParticipant(self.ruben.id, self.ruben.id, sees_plan=True)

    @property
    def other(self) -> NewParticipant:
        """Give Lieke, for herself."""
        return NewParticipant(self.lieke.id, self.lieke.id)

    @property
    def parent(self) -> NewParticipant:
        """Give Lieke, for Fenna."""
        kind = ParticipantKind.REPRESENTATIVE
        return NewParticipant(self.fenna.id, self.lieke.id, kind=kind, capacity=Capacity.PARENT)

    def near(self, *allowed: str) -> NewParticipant:
        """Give Janna, of the network."""
        return NewParticipant(
            self.ruben.id,
            network_member_id=self.janna.id,
            kind=ParticipantKind.NETWORK,
            sees_plan=True,
            allowed=allowed,
        )

    def give(self, new: NewParticipant | None = None, now: datetime = NOW) -> GivenCode:
        """Give an own page."""
        return give_own_page(actor=self.sanne, now=now, case_id=self.case_id, new=new or self.self)

    def takes_part(self, new: NewParticipant | None = None, now: datetime = NOW) -> Participating:
        """Give an own page, and who then takes part."""
        found = participating(self.give(new, now).participant_id, now=now)
        assert found is not None
        return found


def held(code: str, now: datetime = NOW) -> HeldCode:
    """Give a code that works."""
    found = with_personal_code(code, now=now)
    assert found is not None
    return found


def ask_code(code: HeldCode, now: datetime = NOW) -> str:
    """Let the other code be sent; gives it, as the practice region shows it."""
    return send_sign_in_code(actor=code.who.actor, now=now, participant_id=code.who.id).shown


def try_code(code: HeldCode, typed: str, now: datetime = NOW) -> bool:
    """Fill the other code in."""
    return try_sign_in_code(actor=code.who.actor, now=now, held=code, typed=typed)


def ids_of(case_id: UUID) -> set[UUID]:
    """Give the ids of who took part in a case."""
    return set(Participant.objects.filter(case_id=case_id).values_list("pk", flat=True))
