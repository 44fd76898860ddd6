"""What is held about a person: each room says it of its own rows, `accountability` gathers it for who asks."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from houvast.kernel.findable import Findable


class HeldKind(StrEnum):
    """What kind of thing is held, in the order in which a person reads it."""

    PERSON = "person"
    CASE = "case"
    PLAN = "plan"
    NOTE = "note"
    DOCUMENT = "document"
    CONCERN = "concern"
    CONSULTATION = "consultation"
    HOUSE = "house"
    SHARED = "shared"
    LOOKED = "looked"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that is held: what it is, and lines of a word with what it says.

    `source` is the organisation that wrote it; `key_id` is the key under which it is kept: a copy goes when that goes.
    Names of people are in it only where somebody typed them, or where that person is a contact of the case; so a person
    has to read it before it goes anywhere. `finds` says what of somebody it would lead to.
    """

    kind: HeldKind
    title: str
    lines: tuple[tuple[str, str], ...]
    on: date | None = None
    source: str = ""
    case_id: UUID | None = None
    key_id: UUID | None = None
    finds: Findable | None = None
