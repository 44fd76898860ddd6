"""The people and places of the practice region as the stories call them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from houvast.kernel.actor import Actor, member
from houvast.practice.municipalities import Local


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works in the region."""

    id: UUID
    name: str

    @property
    def actor(self) -> Actor:
        """Give the person as who acts."""
        return member(self.id)


@dataclass(frozen=True, slots=True)
class Town:
    """A municipality with its people (by the keys of `staff`), teams and reporting points (by name)."""

    local: Local
    id: UUID
    organisation_id: UUID
    teams: Mapping[str, UUID]
    people: Mapping[str, Person]
    points: Mapping[str, UUID]

    def __getitem__(self, key: str) -> Person:
        """Give who fills a place."""
        return self.people[key]


@dataclass(frozen=True, slots=True)
class Region:
    """Every municipality by code; partner organisations and the people there by their keys."""

    towns: dict[str, Town] = field(default_factory=dict)
    organisations: dict[str, UUID] = field(default_factory=dict)
    colleagues: dict[str, Person] = field(default_factory=dict)
