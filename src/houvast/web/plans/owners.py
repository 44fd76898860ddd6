"""Who can do a task in a case, as a list to choose from: those nearest to it first."""

from datetime import datetime

from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase
from houvast.directory.selectors import possible_holders, teams_of
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam


def owners(viewer: Viewer, found: FoundCase, *, now: datetime) -> list[tuple[str, str]]:
    """Give the residents and their network, who leads, organisations around the case, teams, and other members."""
    band = found.band
    people = contents.people(viewer, band.case_id, now=now, today=in_amsterdam(now).date())
    around = contents.organisations_around(viewer, band.case_id, now=now)
    holders = {seat.holder_id: seat for seat in band.seats if seat.holder_id is not None}
    others = possible_holders(band.municipality_id, found.model.functions.keys(), now=now)
    members = [(f"m:{seat.holder_id}", f"{seat.holder}, {seat.function}") for seat in holders.values()]
    members += [
        (f"m:{each.id}", f"{each.name}, {each.title}, {each.team_name or each.organisation_name}")
        for each in others
        if each.id not in holders
    ]
    return [
        *((f"i:{each.resident.id}", f"{each.resident.name}, inwoner") for each in people),
        *((f"n:{each.id}", f"{each.name}, {each.relation}") for each in contents.network_around(people)),
        *((f"o:{each}", f"{name}, organisatie zonder account") for each, name in _organisations(around)),
        *((f"t:{team.id}", f"{team.name}, team") for team in teams_of(band.municipality_id)),
        *members,
    ]


def _organisations(around: tuple[contents.OrganisationLine, ...]) -> list[tuple[object, str]]:
    return list({each.organisation_id: each.name for each in around}.items())
