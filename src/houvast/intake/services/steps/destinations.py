"""Where the rows of a list go: the municipalities that work with Houvast, each with its point for police lists."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from houvast.directory.selectors_municipalities import MunicipalOrganisation, municipal_organisations
from houvast.intake.defaults import LIST_POINT_NAME, LIST_STEPS
from houvast.intake.models import ReportingPoint
from houvast.intake.rules.cells import Municipalities
from houvast.intake.services.steps.file_concern import Destination


@dataclass(frozen=True, slots=True)
class Destinations:
    """The organisations of municipalities by the name of the municipality, and how a list is read for them."""

    organisations: Mapping[str, MunicipalOrganisation]
    municipalities: Municipalities
    own: UUID | None

    @classmethod
    def load(cls, own: UUID | None) -> Self:
        """Load every municipality with its spellings; `own` is the one a person reads for, None for all of them."""
        organisations = {each.name: each for each in municipal_organisations()}
        spellings = {name: each.spellings for name, each in organisations.items()}
        own_name = next((name for name, each in organisations.items() if each.municipality_id == own), None)
        return cls(organisations, Municipalities.of(spellings, own_name), own)

    def lock(self, names: Collection[str]) -> dict[str, Destination]:
        """Give the destinations of these municipalities, made where needed, with their points locked.

        Two lists at once take their turns, part by part, so that neither files what the other just filed. All points
        that the list may be for are locked, always in the same order.
        """
        points = self._points()
        for name in sorted(set(names) - points.keys()):
            points[name] = self._new_point(name)
        return {name: self._destination(name, points[name]) for name in names}

    def _points(self) -> dict[str, ReportingPoint]:
        names = {each.municipality_id: name for name, each in self.organisations.items()}
        wanted = names if self.own is None else {self.own}
        rows = ReportingPoint.objects.select_for_update().filter(
            source=ReportingPoint.Source.POLICE_E33, municipality_id__in=wanted
        )
        found: dict[str, ReportingPoint] = {}
        for point in sorted(rows.order_by("pk"), key=lambda each: (not each.active, each.name)):
            found.setdefault(names[point.municipality_id], point)
        return found

    def _new_point(self, name: str) -> ReportingPoint:
        point, _ = ReportingPoint.objects.get_or_create(
            municipality_id=self.organisations[name].municipality_id,
            name=LIST_POINT_NAME,
            defaults={"source": ReportingPoint.Source.POLICE_E33, "steps": list(LIST_STEPS)},
        )
        return point

    def _destination(self, name: str, point: ReportingPoint) -> Destination:
        organisation_id = self.organisations[name].organisation_id
        return Destination(point.municipality_id, organisation_id, point.id, steps_of(point))

    def named(self, text: str) -> str | None:
        """Give the municipality that a cell names, or None when it names none that we know."""
        return self.municipalities.find(text)


def steps_of(point: ReportingPoint) -> tuple[str, ...]:
    """Give the steps of a point in order; a point that names none has the default."""
    return tuple(point.steps) or tuple(step.value for step in LIST_STEPS)
