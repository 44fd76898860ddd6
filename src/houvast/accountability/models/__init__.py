"""The tables of accountability."""

from houvast.accountability.models.alarms import Alarm, AlarmAnswer
from houvast.accountability.models.requests import (
    GatheredCase,
    ItemChoice,
    RequestEffect,
    RequestHandler,
    RequestItem,
    RequestTerm,
    RequestTurn,
    RightsRequest,
)
from houvast.accountability.models.retention import (
    Destruction,
    DestructionAnswer,
    DestructionProposal,
    HoldEnd,
    LegalHold,
    RetentionPeriod,
)
from houvast.accountability.models.sampling import Sample, SampledOpening, SampleFinding

__all__ = [
    "Alarm",
    "AlarmAnswer",
    "Destruction",
    "DestructionAnswer",
    "DestructionProposal",
    "GatheredCase",
    "HoldEnd",
    "ItemChoice",
    "LegalHold",
    "RequestEffect",
    "RequestHandler",
    "RequestItem",
    "RequestTerm",
    "RequestTurn",
    "RetentionPeriod",
    "RightsRequest",
    "Sample",
    "SampleFinding",
    "SampledOpening",
]
