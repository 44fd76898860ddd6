"""The tables of intake."""

from houvast.intake.models.concerns import Concern, PassOnAnswer, TriageDecision
from houvast.intake.models.imports import Import, RepairRow
from houvast.intake.models.points import ReportingPoint, Theme

__all__ = ["Concern", "Import", "PassOnAnswer", "RepairRow", "ReportingPoint", "Theme", "TriageDecision"]
