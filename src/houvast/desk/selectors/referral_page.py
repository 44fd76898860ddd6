"""Referring a case to a safety house: what may be disclosed, with what Houvast writes down for a start."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.directory.selectors_houses import House, houses_for
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.content import Asked
from houvast.plans.selectors.reading import current_version, life_areas
from houvast.safety_house.rules.criteria import CriterionLine
from houvast.safety_house.rules.pieces import PieceKind, pieces_for
from houvast.safety_house.selectors.criteria import criteria_of


@dataclass(frozen=True, slots=True)
class ReferralStart:
    """What a referral begins with. `pieces` are the kinds that the viewer may disclose, each with words to cut in."""

    found: FoundCase
    house: House | None
    other_houses: tuple[House, ...]
    criteria: tuple[CriterionLine, ...]
    pieces: Mapping[PieceKind, str]


def referral_start(viewer: Viewer, code: str, house_id: UUID | None, *, now: datetime) -> ReferralStart:
    """Give what a referral of a case begins with, in a fixed number of queries. Raises `NotVisible`."""
    found = case_by_code(viewer, code, now=now)
    case_id, houses = found.band.case_id, houses_for(found.band.municipality_id, now=now)
    if house_id is not None and house_id not in houses:
        raise NotVisible
    house = next(iter(houses.values()), None) if house_id is None else houses[house_id]
    offered = pieces_for(contents.parts_seen(viewer, case_id, now=now))
    words = _words(viewer, found, now)
    return ReferralStart(
        found=found,
        house=house,
        other_houses=tuple(each for each in houses.values() if each != house),
        criteria=tuple(each for each in criteria_of(house.id) if each.active) if house else (),
        pieces={kind: words.get(kind, "") for kind in offered},
    )


def _words(viewer: Viewer, found: FoundCase, now: datetime) -> dict[PieceKind, str]:
    case_id = found.band.case_id
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    around = contents.organisations_around(viewer, case_id, now=now)
    version = current_version(viewer, case_id, now=now)
    names = {area.code: area.name for area in life_areas(found.band.municipality_id)}
    goals = [] if version is None else [each for each in version.content.goals if each.asked is Asked.GOAL]
    return {
        PieceKind.PERSONS: "\n".join(_person(each) for each in people),
        PieceKind.ORGANISATIONS: "\n".join(
            ", ".join(part for part in (each.name, each.contact_name, each.phone) if part) for each in around
        ),
        PieceKind.PLAN: "\n".join(f"{names.get(each.area, each.area)}: {each.words}" for each in goals),
    }


def _person(each: contents.PersonLine) -> str:
    age = "" if each.resident.age is None else f"{each.resident.age} jaar"
    return ", ".join(part for part in (each.resident.name, age, each.role, each.resident.place) if part)
