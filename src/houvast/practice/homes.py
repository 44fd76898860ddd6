"""Invented residents, and the households that they form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.kernel.working_time import in_amsterdam
from houvast.practice.phone_numbers import mobile
from houvast.practice.region import Person, Town
from houvast.residents.rules.networking import Allowed, NetworkStep, TellingGround, Turn
from houvast.residents.services.add_network_member import NewNetworkMember, add_network_member
from houvast.residents.services.form_household import NewHouseholdMember, form_household
from houvast.residents.services.record_network_turn import record_network_turn
from houvast.residents.services.register_resident import NewResident, register_resident


@dataclass(frozen=True, slots=True)
class Someone:
    """A resident to register. `phone` has four digits, 0 for none; `age` is reached in the year of registration."""

    first_names: str
    surname: str
    age: int
    sex: str
    prefix: str = ""
    role: str = ""
    phone: int = 0
    wish: str = ""
    reach: str = ""
    language: str = ""
    interpreter: bool = False
    bsn: str = ""
    month: int = 1
    day: int = 1


@dataclass(frozen=True, slots=True)
class Address:
    """Where people live. The letters QX make the postcode one that is not given out."""

    street: str
    number: str
    digits: str
    town: str


@dataclass(frozen=True, slots=True)
class Resident:
    """A registered resident as a case needs them."""

    id: UUID
    is_child: bool
    role: str


@dataclass(frozen=True, slots=True)
class Home:
    """The people whom a case is about. A person alone forms no household."""

    name: str
    residents: tuple[Resident, ...]
    household_id: UUID | None

    def joined_by(self, resident: Resident, by: Person, now: datetime, town: Town) -> "Home":
        """Give the household with somebody who is known already."""
        residents = (*self.residents, resident)
        return Home(self.name, residents, _household(by, now, town, self.name, residents))


def settle(
    by: Person, now: datetime, *, town: Town, name: str, people: Sequence[Someone], at: Address, ground: str = "oggz"
) -> Home:
    """Register people who live at an address; two or more form a household."""
    residents = []
    for each in people:
        year = in_amsterdam(now).year - each.age
        new = NewResident(
            municipality_id=town.id,
            organisation_id=town.organisation_id,
            ground=ground,
            surname=each.surname,
            surname_prefix=each.prefix,
            first_names=each.first_names,
            birth_year=year,
            birth_month=each.month,
            birth_day=each.day,
            sex=each.sex,
            street=at.street,
            house_number=at.number,
            postcode=f"{at.digits} QX",
            town=at.town,
            phone=mobile(each.phone) if each.phone else "",
            contact_wish=each.wish,
            reach=each.reach,
            language=each.language,
            interpreter=each.interpreter,
            bsn=each.bsn,
        )
        resident_id = register_resident(actor=by.actor, now=now, new=new)
        residents.append(Resident(resident_id, each.age < _OF_AGE, each.role))
    return Home(name, tuple(residents), _household(by, now, town, name, residents))


_OF_AGE = 18


def _household(by: Person, now: datetime, town: Town, name: str, residents: Sequence[Resident]) -> UUID | None:
    if len(residents) == 1:
        return None
    members = [NewHouseholdMember(each.id, each.role or "bewoner", each.is_child) for each in residents]
    return form_household(actor=by.actor, now=now, municipality_id=town.id, name=name, members=members)


def befriend(
    by: Person,
    now: datetime,
    resident: Resident,
    name: str,
    relation: str,
    *,
    phone: int,
    may_know: str = "",
    allowed: Sequence[Allowed] = (),
    mail_to: str = "",
) -> UUID:
    """Add somebody to a resident's network; gives the id. Who may hear or do something takes part too."""
    new = NewNetworkMember(resident.id, name, relation, mobile(phone), may_know, mail_to=mail_to)
    made = add_network_member(actor=by.actor, now=now, new=new)
    today = in_amsterdam(now).date()
    given = Turn(NetworkStep.ALLOWED, today, tuple(allowed), TellingGround.RESIDENT, may_know)
    for turn in (given, Turn(NetworkStep.INVITED, today), Turn(NetworkStep.ACCEPTED, today)) if allowed else ():
        record_network_turn(actor=by.actor, now=now, resident_id=resident.id, network_member_id=made, turn=turn)
    return made
