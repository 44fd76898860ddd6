"""The plan of a case with its tasks, for its pages and for the case page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.children import Children, children_of, newest_children
from houvast.cases.selectors.own_words import WordsLine
from houvast.cases.selectors.own_words import of_case as words_of_case
from houvast.directory.viewer import Viewer
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import policy
from houvast.plans.rules.areas import AreaLine
from houvast.plans.rules.children import lacks_children
from houvast.plans.selectors import limits, reading, tailor_made, tasks


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The current plan of a case and its tasks. `version` is None before the first one."""

    version: reading.ReadVersion | None
    tasks: tuple[tasks.TaskLine, ...]
    areas: tuple[AreaLine, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A version of a plan as its page shows it; `resident` is whose words they are, "" when there is nobody yet.

    `lacks_children` says that a child came since the newest version, or that this says nothing of the children. `ways`
    are the ways of working of the municipality by code, `ways_offered` those that are still chosen.
    """

    found: FoundCase
    part: PlanPart
    limits: tuple[limits.LimitLine, ...]
    tailor_made: tuple[tailor_made.TailorLine, ...]
    versions: tuple[reading.VersionLine, ...]
    resident: str
    may_plan: bool
    children: Children
    lacks_children: bool
    ways: Mapping[str, str]
    ways_offered: Mapping[str, str]
    words: tuple[WordsLine, ...]

    @property
    def is_current(self) -> bool:
        """Say whether the version shown is the newest one."""
        shown = self.part.version
        return shown is None or shown.line.id == self.versions[0].id


def plan_part(viewer: Viewer, case_id: UUID, municipality_id: UUID, *, now: datetime) -> PlanPart:
    """Give the current plan of a case and its tasks, in three queries."""
    return PlanPart(
        reading.current_version(viewer, case_id, now=now),
        tasks.of_case(viewer, case_id, now=now),
        reading.life_areas(municipality_id),
    )


def plan_page(viewer: Viewer, code: str, *, now: datetime, number: int | None = None) -> PlanPage:
    """Give the page of a plan: the current version, or the one with a number. Raises `NotVisible`.

    Only who may see the plan gets here; the door puts the read on record before it shows anything.
    """
    found = case_by_code(viewer, code, now=now)
    case_id, municipality_id = found.band.case_id, found.band.municipality_id
    if not reading.sees_plan(viewer, case_id, now=now):
        raise NotVisible
    part = plan_part(viewer, case_id, municipality_id, now=now)
    if number is not None:
        wanted = reading.version(viewer, case_id, number, now=now)
        if wanted is None:
            raise NotVisible
        part = PlanPart(wanted, part.tasks, part.areas)
    versions, newest = reading.version_lines(viewer, case_id, now=now), newest_children([case_id]).get(case_id)
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    lists = settings_of(municipality_id)
    return PlanPage(
        found=found,
        part=part,
        limits=limits.of_case(viewer, case_id, now=now),
        tailor_made=tailor_made.of_case(viewer, case_id, now=now),
        versions=versions,
        resident=people[0].resident.name if people else "",
        may_plan=policy.may_plan(viewer, found.facts).allowed,
        children=children_of(viewer, case_id, newest is not None, now=now),
        ways=lists.way_names(),
        ways_offered=lists.way_names(retired=False),
        words=words_of_case(viewer, case_id, now=now),
        lacks_children=bool(versions) and lacks_children(versions[0].says_children, versions[0].made_at, newest),
    )
