"""What triage can decide about a concern, why, and in which steps.

Labels and keys are those of the triage board. Reasons and receivers are defaults of a municipality's own lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What happens with a concern."""

    JOINED = "joined"
    NEW_CASE = "new_case"
    PASSED_ON = "passed_on"
    ADVICE = "advice"
    NOTHING = "nothing"
    STRAIGHT_OUT = "straight_out"

    @property
    def key(self) -> str:
        """The key on the keyboard that decides it, "1" to "6"."""
        return str(list(Outcome).index(self) + 1)

    @property
    def label(self) -> str:
        """The Dutch words on its button."""
        return _LABELS[self]

    @classmethod
    def of_key(cls, key: str) -> "Outcome | None":
        """The outcome of a key, or None for any other key."""
        return next((outcome for outcome in cls if outcome.key == key), None)


_LABELS = {
    Outcome.JOINED: "Bij casus voegen",
    Outcome.NEW_CASE: "Nieuwe casus",
    Outcome.PASSED_ON: "Doorgeven",
    Outcome.ADVICE: "Advies",
    Outcome.NOTHING: "Niets",
    Outcome.STRAIGHT_OUT: "Direct naar",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason of the short list, with the outcomes it can be given for."""

    code: str
    text: str
    outcomes: frozenset[Outcome]


def _reason(code: str, text: str, *outcomes: Outcome) -> Reason:
    return Reason(code, text, frozenset(outcomes))


# *verzonnen*: no source gives such a list; a municipality sets its own.
DEFAULT_REASONS = (
    _reason("fits_running_concerns", "Past bij lopende zorgen", Outcome.JOINED),
    _reason("new_concerns", "Nieuwe zorgen, meer leefgebieden", Outcome.JOINED, Outcome.NEW_CASE),
    _reason("repeated", "Herhaalde meldingen, niemand leidt", Outcome.NEW_CASE),
    _reason("escalation", "Het loopt op, snel regie nodig", Outcome.NEW_CASE),
    _reason("other_knows_better", "Een ander kent deze inwoner al", Outcome.PASSED_ON),
    _reason("other_task", "Dit hoort bij de taak van een ander", Outcome.PASSED_ON),
    _reason("reporter_can_act", "De melder kan zelf verder", Outcome.ADVICE),
    _reason("resident_can_act", "De inwoner kan zelf verder, met hulp uit de buurt", Outcome.ADVICE),
    _reason("once", "Eenmalig, geen vervolg nodig", Outcome.ADVICE, Outcome.NOTHING),
    _reason("help_present", "Er is al passende hulp", Outcome.NOTHING),
    _reason("danger_now", "Er is nu gevaar", Outcome.STRAIGHT_OUT),
    _reason("child_or_home", "Zorgen om een kind of om geweld thuis", Outcome.STRAIGHT_OUT),
    _reason("mental_disorder", "Zorgen om psychische nood, hulp wordt geweigerd", Outcome.STRAIGHT_OUT),
)


def reasons_for(outcome: Outcome, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons to choose from for this outcome, in the order of the list."""
    return tuple(reason for reason in reasons if outcome in reason.outcomes)


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives a concern that goes straight out."""

    code: str
    name: str


# The four that the issue of intake names; a municipality adds who answers there, never another kind.
STRAIGHT_OUT_RECEIVERS = (
    Receiver("112", "112"),
    Receiver("crisis_service", "Crisisdienst"),
    Receiver("veilig_thuis", "Veilig Thuis"),
    Receiver("wvggz_report", "Wvggz-melding"),
)


@dataclass(frozen=True, slots=True)
class StraightOut:
    """All that remains of a concern that went straight out: the fact, the date and the receiver, nobody's name."""

    fact: str
    on: date
    receiver: Receiver


def what_remains(receiver: Receiver, on: date) -> StraightOut:
    """What is kept once a concern went straight to this receiver. The fact is a fixed sentence without free text."""
    return StraightOut(f"Direct doorgezet: {receiver.name}", on, receiver)


class Move(StrEnum):
    """What the history of a concern holds beside outcomes: it went to the next step, or a decision was undone."""

    NEXT_STEP = "next_step"
    UNDONE = "undone"

    @property
    def label(self) -> str:
        """The Dutch words for it."""
        return "Verder naar de volgende stap" if self is Move.NEXT_STEP else "Ongedaan gemaakt"


def decided_label(code: str) -> str:
    """The Dutch words for an outcome or a move as the history holds it."""
    return Move(code).label if code in set(Move) else Outcome(code).label


class Step(StrEnum):
    """Who looks at a concern. The values are those of the domain whose ground it is."""

    PUBLIC_ORDER = "public_order"
    OGGZ = "oggz"

    @property
    def label(self) -> str:
        """The Dutch name of the step."""
        return "openbare orde" if self is Step.PUBLIC_ORDER else "OGGZ"


def next_step(steps: Sequence[str], step: str) -> str:
    """The step after this one, or "" after the last.

    Where the steps were changed and this one is no longer among them, it is the first that comes later: what public
    order was looking at still reaches OGGZ.
    """
    order = list(Step)
    later = [each for each in steps if order.index(Step(each)) > order.index(Step(step))]
    return later[0] if later else ""


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """How a municipality handles one source: in some, public order sees the police list first (inventory 2023)."""

    public_order_first: bool


def steps_for(source_settings: SourceSettings) -> tuple[Step, ...]:
    """The steps of triage for this source, in order."""
    return (Step.PUBLIC_ORDER, Step.OGGZ) if source_settings.public_order_first else (Step.OGGZ,)
