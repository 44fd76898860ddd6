"""A plan as its pages show it: the current version or an earlier one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.matrix import Part
from houvast.cases.scopes import access
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import scopes
from houvast.plans.models import PlanVersion
from houvast.plans.rules.areas import AreaLine, areas_of
from houvast.plans.rules.content import PlanContent, dated, read
from houvast.plans.services.make_plan_version import CONTENT_PLACE
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class VersionLine:
    """That there is a version: its number, when and by whom, and whether it says what it means for the children."""

    id: UUID
    number: int
    made_at: datetime
    made_by: str
    says_children: bool


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """A version with what it says."""

    line: VersionLine
    content: PlanContent


def current_version(viewer: Viewer, case_id: UUID, *, now: datetime) -> ReadVersion | None:
    """Give the current version of the plan of a case, in one query; None when there is no plan that the viewer sees."""
    found = scopes.plans(viewer, now=now).filter(case_id=case_id).values("current_id")
    rows = scopes.versions(viewer, now=now).filter(pk__in=found).select_related("made_by", "case__key")
    return next((_read(row) for row in rows), None)


def sees_plan(viewer: Viewer, case_id: UUID, *, now: datetime) -> bool:
    """Say whether the viewer may see the plan of a case, also when there is none yet."""
    return access(viewer, now=now).filter(case_id=case_id, part=Part.PLAN).exists()


def version(viewer: Viewer, case_id: UUID, number: int, *, now: datetime) -> ReadVersion | None:
    """Give a version by its number, in one query; None when the viewer sees none."""
    rows = scopes.versions(viewer, now=now).filter(case_id=case_id, number=number)
    return next((_read(row) for row in rows.select_related("made_by", "case__key")), None)


def version_lines(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[VersionLine, ...]:
    """Give that there are versions, newest first, in one query and without opening them."""
    rows = scopes.versions(viewer, now=now).filter(case_id=case_id).select_related("made_by").defer("content_sealed")
    return tuple(_line(row) for row in rows.order_by("-number"))


def said_of_children(viewer: Viewer, case_ids: Collection[UUID], *, now: datetime) -> dict[UUID, tuple[bool, datetime]]:
    """Give for each of these cases with a plan whether its newest version says something of the children, and its time.

    In one query and without opening any of them.
    """
    rows = scopes.plans(viewer, now=now).filter(case_id__in=case_ids)
    said = rows.values_list("case_id", "current__says_children", "current__made_at")
    return {case_id: (says, made_at) for case_id, says, made_at in said}


def life_areas(municipality_id: UUID) -> tuple[AreaLine, ...]:
    """Give the life areas of a municipality in their order, those that are no longer asked too, in one query."""
    own = scopes.life_areas(municipality_id)
    return areas_of(AreaLine(row.code, row.name, row.position, row.active) for row in own)


def _line(row: PlanVersion) -> VersionLine:
    return VersionLine(row.id, row.number, row.made_at, row.made_by.name, row.says_children)


def _read(row: PlanVersion) -> ReadVersion:
    text = unseal(row.case.key, row.content_sealed, place=f"{CONTENT_PLACE}:{row.id}")
    return ReadVersion(_line(row), dated(read(text), in_amsterdam(row.made_at).date()))
