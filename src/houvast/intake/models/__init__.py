"""The tables of intake."""

from houvast.intake.models.concerns import Concern, PassOnAnswer, TriageDecision
from houvast.intake.models.imports import Import, RepairRow
from houvast.intake.models.points import ReportingPoint, Theme
from houvast.intake.models.short_lists import ListVersion

__all__ = [
    "Concern",
    "Import",
    "ListVersion",
    "PassOnAnswer",
    "RepairRow",
    "ReportingPoint",
    "Theme",
    "TriageDecision",
]
