"""Small invented worlds for tests: a municipality with its model, teams and members. Everybody is *verzonnen*."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from houvast.ave.load import shipped
from houvast.directory.models import AdoptedModel, Member, MemberFunction, Municipality, Organisation, Team
from houvast.kernel.actor import Actor, member
from houvast.kernel.ids import new_id
from houvast.residents.models import Resident
from houvast.vault.services.create_key import create_key

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
START = datetime(2026, 1, 1, tzinfo=UTC)

PEOPLE: dict[str, tuple[str, str, str, str]] = {
    "marit": ("procesregisseur-oggz", "oggz", "procesregisseur OGGZ", "Procesregie"),
    "nadia": ("procesregisseur-oov", "public_order", "procesregisseur OOV", "Openbare orde"),
    "sanne": ("casusregisseur-wijkteam", "wmo", "casusregisseur", "Gebiedsteam"),
    "bram": ("casusregisseur-wijkteam", "wmo", "casusregisseur", "Gebiedsteam"),
    "iris": ("casemanager-jeugd", "youth", "casemanager jeugd", "Jeugd"),
    "bos": ("teamleider", "wmo", "teamleider", "Gebiedsteam"),
    "erik": ("manager-sociaal-domein", "", "manager sociaal domein", ""),
    "dirk": ("directeur-sociaal-domein", "", "directeur sociaal domein", ""),
    "wiebe": ("wethouder", "", "wethouder sociaal domein", ""),
    "burg": ("burgemeester", "", "burgemeester", ""),
    "beheer": ("functioneel-beheerder", "", "functioneel beheerder", ""),
    "privacy": ("privacy-officer", "", "privacy officer", ""),
}
"""Who works there: the function, its domain, what people call it, and the team."""


@dataclass(frozen=True)
class World:
    """A municipality with one member in each function."""

    municipality: Municipality
    organisation: Organisation
    adopted: AdoptedModel
    teams: dict[str, Team]
    members: dict[str, Member]

    def actor(self, name: str) -> Actor:
        """Give a member as an actor."""
        return member(self.members[name].id)

    def id(self, name: str) -> UUID:
        """Give the id of a member."""
        return self.members[name].id


def make_world(code: str = "eemsdelta", name: str = "Eemsdelta", model: str = "groningen") -> World:
    """Make a municipality that works with a shipped model."""
    municipality = Municipality.objects.create(code=code, name=name, region="Groningen")
    organisation = Organisation.objects.create(kind="municipality", name=f"Gemeente {name}", municipality=municipality)
    adopted = AdoptedModel.objects.create(
        municipality=municipality, number=1, code=model, text=shipped()[model].read_text("utf-8"), adopted_at=START
    )
    teams: dict[str, Team] = {}
    members: dict[str, Member] = {}
    for who, (function, domain, title, team_name) in PEOPLE.items():
        if team_name and team_name not in teams:
            teams[team_name] = Team.objects.create(organisation=organisation, name=team_name, domain=domain)
        members[who] = add_member(
            organisation, f"{who.title()} uit {name}", function, domain, title, teams.get(team_name)
        )
    return World(municipality, organisation, adopted, teams, members)


def add_member(
    organisation: Organisation, name: str, function: str, domain: str, title: str, team: Team | None
) -> Member:
    """Add a member with one function."""
    made = Member.objects.create(organisation=organisation, team=team, name=name, from_at=START)
    MemberFunction.objects.create(member=made, function=function, domain=domain, title=title, from_at=START)
    return made


def make_resident(world: World, surname: str = "Dijkhuis", first_names: str = "Ruben") -> Resident:
    """Make an invented resident of the municipality."""
    return Resident.objects.create(
        id=new_id(),
        municipality=world.municipality,
        key=create_key(now=START),
        surname=surname,
        first_names=first_names,
        search_name=f"{surname} {first_names}".lower(),
        birth_year=1992,
        ground="oggz",
        organisation=world.organisation,
        retention_from=START.date(),
    )
