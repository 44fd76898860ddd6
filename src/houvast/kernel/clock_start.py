"""Where a retention clock starts: each room says it of its own rows, `accountability` says until when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class RecordKind(StrEnum):
    """Kinds of records that have a retention period of their own."""

    CASE = "case"
    PLAN = "plan"
    NOTE = "note"
    DOCUMENT = "document"
    CONSULTATION = "consultation"
    CONCERN = "concern"
    REFERRAL = "referral"
    HOUSE_FILE = "house_file"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class ClockStart:
    """Records of one kind, on one ground, of one organisation: the clock starts with the newest of them."""

    kind: RecordKind
    ground: str
    organisation_id: UUID
    starts_on: date
