"""Take the region in: municipalities with their models, organisations, teams, people and practice accounts.

A command does this for a municipality, as the system actor `practice-region`; the people themselves act from then on.
"""

from datetime import datetime, timedelta
from uuid import UUID

from houvast.ave.load import shipped
from houvast.directory.models import Organisation
from houvast.directory.services.adopt_model import adopt_model
from houvast.directory.services.form_duo import NewDuo, form_duo
from houvast.directory.services.give_function import NewFunction, give_function
from houvast.directory.services.give_mandate import NewMandate, give_mandate
from houvast.directory.services.open_account import open_account
from houvast.directory.services.register_member import NewMember, register_member
from houvast.directory.services.register_municipality import NewMunicipality, register_municipality
from houvast.directory.services.register_organisation import NewOrganisation, register_organisation
from houvast.directory.services.register_team import NewTeam, register_team
from houvast.intake.services.add_theme import NewTheme, add_theme
from houvast.intake.services.register_point import NewPoint, register_point
from houvast.kernel.actor import system
from houvast.practice.municipalities import THEMES, Local
from houvast.practice.names import NameBook, plain
from houvast.practice.partners import PARTNERS, Partner
from houvast.practice.phone_numbers import free_of_charge, landline
from houvast.practice.region import Person, Region, Town
from houvast.practice.staff import (
    EEMSDELTA_CAST,
    EEMSDELTA_PHONES,
    EEMSDELTA_STAFF,
    LOCAL_TEAM,
    SECOND_TEAM,
    SOCIAL_TEAM,
    STAFF,
    TEAMS,
    Place,
)

THE_COMMAND = system("practice-region")
EVENING_PHONE, EVENING_PHONE_NAME = free_of_charge(99), "Crisisdienst Noord"
BEGAN = timedelta(days=540)
"""How long ago the region began to work with Houvast."""

_FIRST_PHONE = 112


def name_book() -> NameBook:
    """Give names for the members of municipalities, without those that are in use already."""
    partners = {colleague.name for partner in PARTNERS for colleague in partner.people}
    return NameBook("medewerkers", frozenset(partners | set(EEMSDELTA_CAST.values())))


def register_town(local: Local, names: NameBook, *, now: datetime) -> Town:
    """Take a municipality in with its model, teams, people and reporting points."""
    began = now - BEGAN
    municipality_id = register_municipality(
        NewMunicipality(
            local.code,
            local.name,
            local.region,
            local.spellings,
            evening_phone=EVENING_PHONE,
            evening_phone_name=EVENING_PHONE_NAME,
        ),
        actor=THE_COMMAND,
        now=began,
    )
    organisation = NewOrganisation(
        Organisation.Kind.MUNICIPALITY, f"Gemeente {local.name}", municipality_id, landline(local.area, 100)
    )
    organisation_id = register_organisation(organisation, actor=THE_COMMAND, now=began)
    text = shipped()[local.model].read_text(encoding="utf-8")
    adopt_model(municipality_id, text, actor=THE_COMMAND, now=began)
    names_of_teams = {LOCAL_TEAM: local.team, SECOND_TEAM: local.second_team}
    teams = {
        key: register_team(NewTeam(organisation_id, name, domain), actor=THE_COMMAND, now=began)
        for key, domain in TEAMS.items()
        if (name := names_of_teams.get(key, key))
    }
    people = _register_staff(local, organisation_id, teams, names, began)
    points = {
        point.name: register_point(
            NewPoint(municipality_id, point.name, point.source, point.questions, point.steps),
            actor=THE_COMMAND,
            now=began,
        )
        for point in local.points
    }
    for code, name in THEMES:
        add_theme(NewTheme(municipality_id, code, name), actor=THE_COMMAND, now=began)
    return Town(local, municipality_id, organisation_id, teams, people, points)


def register_partner(partner: Partner, region: Region, *, now: datetime) -> None:
    """Take a partner in with the people who sign in there, after the municipalities: their models name functions."""
    began = now - BEGAN
    new = NewOrganisation(
        partner.kind, partner.name, phone=landline(partner.area, partner.phone), region=partner.region
    )
    organisation_id = register_organisation(new, actor=THE_COMMAND, now=began)
    region.organisations[partner.key] = organisation_id
    for number, colleague in enumerate(partner.people, start=partner.phone + 1):
        member = NewMember(organisation_id, colleague.name, phone=landline(partner.area, number))
        person = _register_person(member, Place(colleague.function, title=colleague.title), began)
        region.colleagues[colleague.key] = person


def give_extras(town: Town, *, now: datetime) -> None:
    """Make the duo of OGGZ and public order, and give the public-order officer the mandate of the mayor."""
    began = now - BEGAN
    coordinator = town.people.get("oggz-b", town["oggz"])
    form_duo(NewDuo(coordinator.id, town["oov"].id), actor=THE_COMMAND, now=began)
    mandate = NewMandate(town["oov"].id, "burgemeester", "Mandaatbesluit openbare orde (verzonnen)")
    give_mandate(mandate, actor=THE_COMMAND, now=began)


def staff_of(local: Local) -> dict[str, Place]:
    """Give the places of a municipality, with the titles that people use there."""
    places = dict(EEMSDELTA_STAFF if local.code == "eemsdelta" else STAFF)
    if local.model == "opsterland":
        places["team-c"] = SOCIAL_TEAM
    return {key: _in_its_own_words(place, local) for key, place in places.items()}


def _in_its_own_words(place: Place, local: Local) -> Place:
    team = LOCAL_TEAM if place.team == SECOND_TEAM and not local.second_team else place.team
    title = place.title or local.team_title
    return Place(place.function, team, title)


def _register_staff(
    local: Local, organisation_id: UUID, teams: dict[str, UUID], names: NameBook, began: datetime
) -> dict[str, Person]:
    cast = EEMSDELTA_CAST if local.code == "eemsdelta" else {}
    people = {}
    for number, (key, place) in enumerate(staff_of(local).items(), start=_FIRST_PHONE + 1):
        name = cast.get(key) or " ".join(names.take()[:2])
        phone = EEMSDELTA_PHONES.get(key, number) if cast else number
        member = NewMember(organisation_id, name, teams.get(place.team), landline(local.area, phone))
        people[key] = _register_person(member, place, began)
    return people


def _register_person(member: NewMember, place: Place, began: datetime) -> Person:
    """Take somebody in with a function and a practice account, named as people sign in: voornaam.achternaam."""
    person = Person(register_member(member, actor=THE_COMMAND, now=began), member.name)
    give_function(NewFunction(person.id, place.function, place.title), actor=THE_COMMAND, now=began)
    open_account(person.id, plain(member.name), practice=True, actor=THE_COMMAND, now=began)
    return person
