"""Where concerns come in, for the quick form: the points of one's municipality, with what to ask there."""

from dataclasses import dataclass
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import ReportingPoint


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point where concerns come in, with its own triage questions."""

    id: UUID
    name: str
    source: str
    instruction: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A reason for involvement of the municipality's own list."""

    code: str
    name: str


def points(viewer: Viewer) -> tuple[PointLine, ...]:
    """Give the points at which somebody enters concerns by hand, by name; lists of the police are read in."""
    rows = scopes.points(viewer).exclude(source=ReportingPoint.Source.POLICE_E33).order_by("name")
    return tuple(PointLine(row.id, row.name, row.source, tuple(row.instruction)) for row in rows)


def themes(viewer: Viewer) -> tuple[ThemeLine, ...]:
    """Give the reasons for involvement, by name."""
    return tuple(ThemeLine(row.code, row.name) for row in scopes.themes(viewer).order_by("name"))


def theme_names(municipality_id: UUID) -> dict[str, str]:
    """Give the reasons for involvement of a municipality by code, in the order of their names."""
    return {row.code: row.name for row in scopes.themes_of(municipality_id).order_by("name")}
