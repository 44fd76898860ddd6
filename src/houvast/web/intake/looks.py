"""What the templates of triage print: strings that are ready, nothing to decide."""

from dataclasses import dataclass
from uuid import UUID

from houvast.web.look import Link, PhaseMark, Phone


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A concern in the queue. `key` is the key that opens it: J for the next, K for the one before."""

    url: str
    name: str
    clock: str
    clock_class: str
    under: str
    repeated: str
    busy: str
    is_open: bool
    key: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field compared: what the concern says, what we have, and the judgement in words."""

    field: str
    theirs: str
    ours: str
    judgement: str
    css_class: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An open case of somebody who is known: triage sees the code, the phase and whom to call, and no more."""

    code: str
    url: str
    phase: PhaseMark
    director: str
    phone: Phone | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody it may be. `is_confirmed` when a person has said that it is them."""

    resident_id: UUID
    name: str
    heading: str
    summary: str
    rows: tuple[FieldRow, ...]
    hits: tuple[Hit, ...]
    is_confirmed: bool
    same_class: str


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A reason for involvement of the municipality's list."""

    code: str
    name: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Button:
    """A decision with its key. `case` is the id of the case that comes with it, for joining."""

    key: str
    label: str
    under: str
    url: str
    css_class: str
    case: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be decided, with the reasons to choose from; `following` is the concern that opens next.

    `case_by` says who opens a case, for who may not do that themselves.
    """

    version: int
    following: str
    reasons: tuple[tuple[str, str], ...]
    buttons: tuple[Button, ...]
    send_on_url: str
    send_on_label: str
    case_by: str


@dataclass(frozen=True, slots=True)
class ConcernLook:
    """The concern that is open."""

    name: str
    clock: str
    clock_class: str
    clock_rest: str
    earlier: str
    earlier_rest: str
    text: tuple[str, ...]
    text_hidden: str
    facts: tuple[tuple[str, str], ...]
    point: str
    questions: tuple[str, ...]
    busy: str
    take_url: str
    state: str
    case: Link | None
    question: str
    candidate: Candidate | None
    others: tuple[Link, ...]
    nobody: str
    is_in_triage: bool
    same_url: str
    other_url: str
    themes: tuple[ThemeChoice, ...]
    themes_url: str
    choices: Choices | None


@dataclass(frozen=True, slots=True)
class Board:
    """The triage board: the queue, how far one is, and the concern that is open."""

    title: str
    decided: str
    to_go: str
    done: int
    total: int
    queue: tuple[QueueRow, ...]
    more: Link | None
    repair: str
    undo_url: str
    may_read_lists: bool
    may_see_settings: bool
    open: ConcernLook | None
