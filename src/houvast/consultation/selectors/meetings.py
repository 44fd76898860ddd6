"""Tables and meetings as lists show them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from houvast.consultation import policy, scopes
from houvast.consultation.models import ConsultationTable, Meeting, TableMember
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible

MOST = 60
_PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table that the viewer leads or sits at."""

    id: UUID
    name: str
    kind: str
    chair_id: UUID
    chair: str
    rhythm: str
    region: str
    active: bool


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list."""

    id: UUID
    table: str
    chair: str
    starts_at: datetime
    ends_at: datetime
    state: str


@dataclass(frozen=True, slots=True)
class Overview:
    """Coming and past meetings, and the tables. `may_plan` names the tables for which the viewer may plan one."""

    coming: tuple[MeetingLine, ...]
    past: tuple[MeetingLine, ...]
    tables: tuple[TableLine, ...]
    may_plan: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place at a table."""

    id: UUID
    organisation: str
    member: str
    since: datetime


@dataclass(frozen=True, slots=True)
class TablePage:
    """A table as its administrator sees it: the setting itself, and who sits there now."""

    table: ConsultationTable
    places: tuple[PlaceLine, ...]


def overview(viewer: Viewer, *, now: datetime) -> Overview:
    """Give the meetings and tables of a viewer, in two queries."""
    rows = scopes.meetings(viewer, now=now).filter(ends_at__gte=now - _PAST)
    lines = [meeting_line(row) for row in rows.select_related("table", "chair").order_by("starts_at", "id")[:MOST]]
    coming = tuple(each for each in lines if each.state != Meeting.State.CLOSED)
    past = tuple(each for each in reversed(lines) if each.state == Meeting.State.CLOSED)
    found = tables(viewer, now=now)
    may_plan = frozenset(each.id for each in found if each.active and each.chair_id in viewer.member_ids)
    return Overview(coming, past, found, may_plan)


def meeting_line(row: Meeting) -> MeetingLine:
    """Give a meeting as a list shows it; its table and chair are loaded."""
    return MeetingLine(row.id, row.table.name, row.chair.name, row.starts_at, row.ends_at, row.state)


def tables(viewer: Viewer, *, now: datetime) -> tuple[TableLine, ...]:
    """Give the tables that a viewer leads or sits at, and those that they manage, by name."""
    rows = scopes.tables(viewer, now=now).select_related("chair").order_by("name", "id")
    return tuple(
        TableLine(row.id, row.name, row.kind, row.chair_id, row.chair.name, row.rhythm, row.region, row.active)
        for row in rows
    )


def plannable(viewer: Viewer, table_id: UUID, *, now: datetime) -> ConsultationTable:
    """Give a table for which the viewer may plan a meeting. Raises `NotVisible`."""
    table = scopes.tables(viewer, now=now).filter(pk=table_id).first()
    if table is None or not _may_plan(viewer, table):
        raise NotVisible
    return table


def _may_plan(viewer: Viewer, table: ConsultationTable) -> bool:
    verdict = policy.may_plan_meeting(viewer, municipality_id=table.municipality_id, chair_id=table.chair_id)
    return verdict.allowed


def _managed(viewer: Viewer) -> QuerySet[ConsultationTable]:
    """Give the tables that the viewer manages; who is not an administrator of a municipality has none, and no page."""
    if viewer.municipality_id is None or not policy.may_manage_tables(viewer, viewer.municipality_id).allowed:
        raise NotVisible
    return ConsultationTable.objects.filter(municipality_id=viewer.municipality_id).select_related("chair")


def managed_tables(viewer: Viewer, *, now: datetime) -> tuple[TableLine, ...]:
    """Give the tables that the viewer manages, by name. Raises `NotVisible` for who manages none."""
    ids = set(_managed(viewer).values_list("pk", flat=True))
    return tuple(each for each in tables(viewer, now=now) if each.id in ids)


def managed_table(viewer: Viewer, table_id: UUID) -> TablePage:
    """Give a table that the viewer manages, with who sits there. Raises `NotVisible`."""
    table = _managed(viewer).filter(pk=table_id).first()
    if table is None:
        raise NotVisible
    rows = TableMember.objects.filter(table=table, until__isnull=True).select_related("organisation", "member")
    places = (_place(row) for row in rows)
    return TablePage(table, tuple(sorted(places, key=lambda each: (each.organisation, each.member))))


def managed_place(viewer: Viewer, place_id: UUID) -> tuple[TablePage, PlaceLine]:
    """Give a place at a table that the viewer manages. Raises `NotVisible`."""
    row = TableMember.objects.filter(pk=place_id, table__in=_managed(viewer)).first()
    if row is None:
        raise NotVisible
    page = managed_table(viewer, row.table_id)
    place = next((each for each in page.places if each.id == place_id), None)
    if place is None:
        raise NotVisible
    return page, place


def _place(row: TableMember) -> PlaceLine:
    return PlaceLine(row.id, row.organisation.name, row.member.name if row.member else "", row.since)
