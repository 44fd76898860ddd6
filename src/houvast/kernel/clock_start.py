"""What is kept, and where its clocks start: each room says it of its own rows, `accountability` says until when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
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
    LONE_CONCERN = "lone_concern"
    REPAIR_ROW = "repair_row"
    REFERRAL = "referral"
    HOUSE_FILE = "house_file"
    PERSON = "person"
    COLLEAGUE_QUESTION = "colleague_question"
    LOG = "log"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class ClockStart:
    """Records of one kind, on one ground, of one organisation: the clock starts with the newest of them.

    `ends_on` is for records that say themselves on which day they may go: no period of the municipality counts then.
    """

    kind: RecordKind
    ground: str
    organisation_id: UUID
    starts_on: date
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is destroyed in one go, with where its clocks start.

    `at` is what lists are ordered by; `code` the number of its case, "" for what is in none. `not_before` is a day that
    the record itself names.
    """

    id: UUID
    at: datetime | date
    starts: Sequence[ClockStart]
    code: str = ""
    closed_on: date | None = None
    not_before: date | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which of what a municipality keeps: the oldest first, `size` of it (0: all) `after` another; or `only` one."""

    municipality_id: UUID
    after: tuple[datetime, UUID] | None = None
    size: int = 0
    only: UUID | None = None
