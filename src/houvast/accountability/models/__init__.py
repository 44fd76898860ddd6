"""The tables of accountability."""

from houvast.accountability.models.requests import (
    ItemChoice,
    RequestEffect,
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

__all__ = [
    "Destruction",
    "DestructionAnswer",
    "DestructionProposal",
    "HoldEnd",
    "ItemChoice",
    "LegalHold",
    "RequestEffect",
    "RequestItem",
    "RequestTerm",
    "RequestTurn",
    "RetentionPeriod",
    "RightsRequest",
]
