"""Who can do a task in a case, as a list to choose from: those nearest to it first."""

from datetime import datetime

from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase
from houvast.directory.selectors import possible_holders, teams_of
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam

Groups = list[tuple[str, list[tuple[str, str]]]]
"""Headings, each with what may be chosen below it."""


def owners(viewer: Viewer, found: FoundCase, *, now: datetime) -> Groups:
    """Give the residents and their network, who leads, organisations around the case, teams, and other members.

    Each stands under a heading: in a list of a whole municipality one finds somebody by what they are.
    """
    band = found.band
    people = contents.people(viewer, band.case_id, now=now, today=in_amsterdam(now).date())
    around = contents.organisations_around(viewer, band.case_id, now=now)
    leading = {seat.holder_id: seat for seat in band.seats if seat.holder_id is not None}
    others = possible_holders(band.municipality_id, found.model.functions.keys(), now=now)
    groups = (
        (
            "De inwoner en het netwerk",
            [
                *((f"i:{each.resident.id}", f"{each.resident.name}, inwoner") for each in people),
                *((f"n:{each.id}", f"{each.name}, {each.relation}") for each in contents.network_around(people)),
            ],
        ),
        (
            "Wie de casus leidt",
            [(f"m:{seat.holder_id}", f"{seat.holder}, {seat.function}") for seat in leading.values()],
        ),
        ("Organisaties rond de casus, zonder account", [(f"o:{each}", name) for each, name in _organisations(around)]),
        ("Teams", [(f"t:{team.id}", f"{team.name}, team") for team in teams_of(band.municipality_id)]),
        (
            "Andere medewerkers",
            [
                (f"m:{each.id}", f"{each.name}, {each.title}, {each.team_name or each.organisation_name}")
                for each in others
                if each.id not in leading
            ],
        ),
    )
    return [(heading, choices) for heading, choices in groups if choices]


def _organisations(around: tuple[contents.OrganisationLine, ...]) -> list[tuple[object, str]]:
    return list({each.organisation_id: each.name for each in around}.items())
