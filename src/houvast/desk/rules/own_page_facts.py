"""What an own page is made of: plain facts from every room, and the page itself as sections with lines. Pure data.

Screen, paper and text are written from the same sections: what one says, the others say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from houvast.accountability.rules.asking import OwnRequest
from houvast.ave.vocabulary import Responsibility
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.taking_part import ParticipantKind

TOLD_MOMENTS: Mapping[str, str] = MappingProxyType(
    {
        "clinic_in": "U gaat naar de kliniek.",
        "clinic_out": "U gaat weg uit de kliniek.",
        "prison_in": "U gaat naar de gevangenis.",
        "prison_out": "U komt vrij uit de gevangenis.",
        "shelter_out": "U gaat weg uit de opvang.",
        "move": "U gaat verhuizen naar een andere gemeente.",
        "shelter_elsewhere": "U gaat naar een opvang in een andere gemeente.",
    }
)
"""What is said of a crucial moment that was planned. What happens in haste is told by somebody, not by a page."""


class Look(StrEnum):
    """How a line is printed. It changes nothing of what is said."""

    TEXT = "text"
    BIG = "big"
    LOUD = "loud"
    SMALL = "small"
    QUOTE = "quote"
    ROW = "row"
    CALL = "call"
    SAID = "said"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a word or name in front, what is said, a number to call, and a word behind such as "Gedaan".

    `opens` is the letter that one reads by it, on a screen.
    """

    text: str
    look: Look = Look.TEXT
    lead: str = ""
    phone: str = ""
    mark: str = ""
    opens: UUID | None = None

    @property
    def in_words(self) -> str:
        """Give the line as plain text."""
        text = f"{self.lead}: {self.text}" if self.lead and self.text else self.lead or self.text
        return " ".join(part for part in (text, self.phone, f"({self.mark})" if self.mark else "") if part)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page under its heading."""

    part: OwnPart
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom one can call. `does` says what they do, or where they work."""

    name: str
    phone: str = ""
    does: str = ""


class Leading(StrEnum):
    """Who leads, as far as that changes what is said."""

    SOMEBODY = "somebody"
    FOR_A_TIME = "for_a_time"
    RESIDENT = "resident"
    NOBODY = "nobody"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Leader:
    """Who leads the help, or whom one calls until somebody does."""

    state: Leading
    contact: Contact | None = None
    until: date | None = None


class Doer(StrEnum):
    """Who does a task, seen from the resident."""

    READER = "reader"
    RESIDENT = "resident"
    NETWORK = "network"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A task. `goal` is the place of its goal in the plan, None when it serves none that is shown."""

    what: str
    doer: Doer
    name: str = ""
    goal: int | None = None
    is_done: bool = False
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepFacts:
    """The step that a case is in, by the words of its model; `all_steps` is how many there are."""

    number: int
    name: str
    own_direction: str
    all_steps: int
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class StepTaken:
    """That the case came to a step on a day. `cause` is how; `former` the step before, None when there was none."""

    on: date
    cause: str
    number: int
    former: int | None = None


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure that limits somebody now: in which words, by whom, by which law, until when.

    `objects_at` says that one can object (*bezwaar*) with who imposed it; with others the decision itself says where.
    """

    what: str
    authority: str
    law: str
    until: date
    objects_at: bool


@dataclass(frozen=True, slots=True)
class LookFacts:
    """That a function of an organisation looked or worked in the file: how often, and when last."""

    title: str
    organisation: str
    times: int
    last: date


@dataclass(frozen=True, slots=True)
class SharedFacts:
    """What went out and was told: when, to whom, what, why and by which law."""

    on: date
    receiver: str
    what: str
    purpose: str
    law: str


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """A letter to the reader: on which day it went, and what it is about."""

    id: UUID
    on: date
    subject: str


@dataclass(frozen=True, slots=True)
class Help:
    """Where somebody turns who disagrees: the municipality, the client supporter, and where one complains."""

    municipality: str
    supporter: Contact | None = None
    complaint: Contact | None = None


@dataclass(frozen=True, slots=True)
class SaidFacts:
    """What somebody said. `goal` is the place of its goal in the plan, None when it is about something else."""

    words: str
    on: date
    stood: str = ""
    goal: int | None = None
    read: tuple[tuple[Responsibility, date], ...] = ()


@dataclass(frozen=True, slots=True)
class WishFacts:
    """What somebody wished: `what` is whom they proposed, or which date. `granted` is None without an answer.

    `new_on` is the day that a yes gives, and `answer` what was said beside it. A meeting is of its table: a yes says
    what will be tried (`is_meeting`).
    """

    on: date
    is_date: bool
    what: str
    words: str
    granted: bool | None = None
    answered_on: date | None = None
    new_on: date | None = None
    answer: str = ""
    is_meeting: bool = False


@dataclass(frozen=True, slots=True)
class OwnFacts:
    """Everything that an own page can say. Only the parts that are in `parts` are said."""

    kind: ParticipantKind
    parts: frozenset[OwnPart]
    first_name: str
    about: str
    now: datetime
    today: date
    leader: Leader
    step: StepFacts
    help: Help
    evening: Contact | None = None
    helpers: tuple[Contact, ...] = ()
    goals: tuple[str, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()
    when_wrong: tuple[Contact, ...] = ()
    moment: tuple[str, date] | None = None
    meeting: tuple[str, bool | None] | None = None
    steps_taken: tuple[StepTaken, ...] = ()
    measures: tuple[MeasureFacts, ...] = ()
    looked: tuple[LookFacts, ...] = ()
    shared: tuple[SharedFacts, ...] = ()
    said: tuple[SaidFacts, ...] = ()
    questions: tuple[str, ...] = ()
    letters: tuple[LetterFacts, ...] = ()
    requests: tuple[OwnRequest, ...] = ()
    why_not_ask: str = ""
    wishes: tuple[WishFacts, ...] = ()
