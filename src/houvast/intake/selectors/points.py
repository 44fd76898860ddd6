"""Where concerns come in, for the quick form: the points of one's municipality, with what to ask there."""

from dataclasses import dataclass
from uuid import UUID

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.points import PointFacts
from houvast.intake.services.steps.write_point import facts_of_point


@dataclass(frozen=True, slots=True)
class PointLine:
    """A point where concerns come in, with its own triage questions."""

    id: UUID
    name: str
    source: str
    instruction: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointToSet:
    """A point as the administrator sets it."""

    id: UUID
    source: ReportingPoint.Source
    facts: PointFacts


def points_to_set(viewer: Viewer) -> tuple[PointToSet, ...]:
    """Give every point of one's municipality, those out of use too, by name; for who may see the settings."""
    rows = scopes.points_to_set(viewer).order_by("name")
    return tuple(PointToSet(row.id, ReportingPoint.Source(row.source), facts_of_point(row)) for row in rows)


def points(viewer: Viewer) -> tuple[PointLine, ...]:
    """Give the points at which somebody enters concerns by hand, by name; lists of the police are read in."""
    rows = scopes.points(viewer).exclude(source=ReportingPoint.Source.POLICE_E33).order_by("name")
    return tuple(PointLine(row.id, row.name, row.source, tuple(row.instruction)) for row in rows)
