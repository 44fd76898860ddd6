"""The tables of consultation."""

from houvast.consultation.models.feeds import CalendarFeed
from houvast.consultation.models.items import AgendaItem, ItemGuest, ItemMember, Presence
from houvast.consultation.models.minutes import Correction, ItemText, Resolution, ResolutionOutcome
from houvast.consultation.models.questions import TableAnswer, TableQuestion
from houvast.consultation.models.tables import ConsultationTable, Meeting, TableMember

__all__ = [
    "AgendaItem",
    "CalendarFeed",
    "ConsultationTable",
    "Correction",
    "ItemGuest",
    "ItemMember",
    "ItemText",
    "Meeting",
    "Presence",
    "Resolution",
    "ResolutionOutcome",
    "TableAnswer",
    "TableMember",
    "TableQuestion",
]
