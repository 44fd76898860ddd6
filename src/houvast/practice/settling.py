"""Invented households for a town: who lives together, where, and since when they are known."""

from dataclasses import dataclass
from datetime import datetime

from houvast.practice.draw import Draw
from houvast.practice.homes import Address, Home, Someone, settle
from houvast.practice.municipalities import Local
from houvast.practice.names import FIRST_NAMES, NameBook
from houvast.practice.region import Person, Town

STREETS = (
    "Aronbaan",
    "Bentesteeg",
    "Caspad",
    "Daphnebaan",
    "Esmeebaan",
    "Fienering",
    "Florissingel",
    "Jurreweg",
    "Lievelaan",
    "Maryamring",
    "Mettedreef",
    "Noorsingel",
    "Odasteeg",
    "Pippaweg",
    "Quinndreef",
    "Rileysteeg",
    "Sennaring",
    "Tobiasring",
    "Veerleplein",
    "Zoriaweg",
)
"""Streets that no municipality has: a first name and a kind of road, as in the invented police list."""


@dataclass(frozen=True, slots=True)
class Household:
    """People to register, and where they live."""

    name: str
    people: tuple[Someone, ...]
    at: Address

    def settle(self, by: Person, now: datetime, town: Town) -> Home:
        """Register them."""
        return settle(by, now, town=town, name=self.name, people=self.people, at=self.at)


class Settler:
    """Makes up one household after another for a town."""

    def __init__(self, town: Town, names: NameBook) -> None:
        """Begin the row of households of a town."""
        self._town, self._names = town, names
        self._draw = Draw(f"huishoudens {town.local.code}")

    def friend(self) -> tuple[str, str]:
        """Make up a neighbour: name and what they are to somebody."""
        first, surname, sex = self._names.take()
        return f"{first} {surname}", "buurvrouw" if sex == "V" else "buurman"

    def household(self) -> Household:
        """Make up somebody alone, or now and then a parent with children."""
        first, surname, sex = self._names.take()
        people = [self._somebody(first, surname, sex, 19 + self._draw.number(65))]
        children = (0, 0, 1, 2)[self._draw.number(4)]
        if children:
            people = [
                self._somebody(first, surname, sex, 28 + self._draw.number(18), "moeder" if sex == "V" else "vader")
            ]
            people += [self._child(surname) for _ in range(children)]
        name = _name(surname, sex, children)
        return Household(name, tuple(people), address(self._town.local, self._draw))

    def _somebody(self, first: str, surname: str, sex: str, age: int, role: str = "") -> Someone:
        month, day = 1 + self._draw.number(12), 1 + self._draw.number(28)
        phone = 1000 + self._draw.number(9000)
        return Someone(first, surname, age, sex, role=role, phone=phone, month=month, day=day)

    def _child(self, surname: str) -> Someone:
        first, sex = self._draw.pick(FIRST_NAMES)
        role = "dochter" if sex == "V" else "zoon"
        month, day = 1 + self._draw.number(12), 1 + self._draw.number(28)
        return Someone(first, surname, 2 + self._draw.number(15), sex, role=role, month=month, day=day)


def address(local: Local, draw: Draw) -> Address:
    """Give an invented address in one of the towns of a municipality."""
    digits = str(9600 + draw.number(400))
    return Address(draw.pick(STREETS), str(1 + draw.number(180)), digits, draw.pick(local.towns))


def _name(surname: str, sex: str, children: int) -> str:
    if children:
        return f"Gezin {surname}"
    return f"Mevrouw {surname}" if sex == "V" else f"De heer {surname}"
