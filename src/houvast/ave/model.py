"""What a model says, as frozen data. Terms are in working days unless a name says weeks."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from houvast.ave.vocabulary import Direction, Domain, Holding, HoldingTwo, Responsibility, Side, TableKind


@dataclass(frozen=True)
class Colour:
    """The five colours of a phase as `#rrggbb`: surface, text on it, light surface, dark text on that, edge."""

    solid: str
    on: str
    tint: str
    text: str
    edge: str


@dataclass(frozen=True)
class Phase:
    """One AVE phase. `review_weeks` is None when the phase asks for no periodic review.

    `asks_resident` is what must be asked of the resident in this phase, in words to say; it may be empty.
    """

    number: int
    name: str
    resident_name: str
    colour: Colour
    situation: str
    own_direction: str
    asks_resident: tuple[str, ...]
    may_open: bool
    review_weeks: int | None
    source: str


@dataclass(frozen=True)
class ResponsibilityText:
    """What a responsibility means in this municipality: one sentence for what it does, one for what it does not."""

    responsibility: Responsibility
    name: str
    does: str
    does_not: str
    source: str


@dataclass(frozen=True)
class Function:
    """What someone is, as far as the model cares: a code, whose function it is, and its field of work."""

    code: str
    name: str
    side: Side
    domain: Domain | None
    source: str


@dataclass(frozen=True)
class LocalName:
    """How a team or function is called here, such as "WIJ"; an empty function code means: not mapped yet."""

    name: str
    function: str
    source: str


@dataclass(frozen=True)
class SeatRule:
    """One responsibility in one phase: required or not, and who may hold it.

    `fills_from` names the functions from which an operational or administrative seat fills itself; the first one
    with an available member wins. It is empty for the two seats that people assign.
    """

    phase: int
    responsibility: Responsibility
    required: bool
    holders: Mapping[str, Holding]
    resident_may_hold: Holding
    fills_from: tuple[str, ...]
    source: str

    def holding(self, function_code: str) -> Holding:
        """May this function hold the seat? A function that this model does not know may not."""
        return self.holders.get(function_code, Holding.NO)


@dataclass(frozen=True)
class Criterion:
    """One sentence that can be ticked when a case goes up or down."""

    code: str
    text: str
    explanation: str
    source: str


@dataclass(frozen=True)
class Group:
    """Criteria that must all be met, or of which one is enough; groups may stand inside groups."""

    all_or_any: Literal["all", "any"]
    parts: tuple["Criterion | Group", ...]

    def met(self, ticked: Set[str]) -> bool:
        """Are enough criteria ticked? A group without parts is never met: nothing asked is not an agreement."""
        results = [part.met(ticked) if isinstance(part, Group) else part.code in ticked for part in self.parts]
        if self.all_or_any == "all":
            return bool(results) and all(results)
        return any(results)

    def criteria(self) -> tuple[Criterion, ...]:
        """All criteria in reading order, those of inner groups included."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Criterion]:
        for part in self.parts:
            if isinstance(part, Group):
                yield from part.criteria()
            else:
                yield part


@dataclass(frozen=True)
class Boundary:
    """Crossing from one phase to the next or back: when, and who proposes, is heard and decides (function codes).

    An urgent crossing counts at once and is confirmed by `urgent_confirmed_by` within its term; the term is None when
    the model does not provide for urgency here. `external` means that a party outside the municipality takes part in
    the direction. `process_direction_during` and `_after` name who owns process direction in the transfer:
    the only function that gets it while a proposal waits, and the one that has it after the step.
    """

    lower: int
    upper: int
    direction: Direction
    criteria: Group
    proposes: tuple[str, ...]
    hears: tuple[str, ...]
    decides: tuple[str, ...]
    decide_within_working_days: int
    follow_up_within_working_days: int
    urgent_confirmed_by: tuple[str, ...]
    urgent_confirm_within_working_days: int | None
    joint_assessment: bool
    receiver_required: bool
    external: bool
    agreement: str
    process_direction_during: str
    process_direction_after: str
    source: str

    @property
    def from_phase(self) -> int:
        """The phase that a case leaves here."""
        return self.lower if self.direction is Direction.UP else self.upper

    @property
    def to_phase(self) -> int:
        """The phase that a case enters here."""
        return self.upper if self.direction is Direction.UP else self.lower


@dataclass(frozen=True)
class ConsultationTable:
    """A table at which cases are discussed, and in which phases."""

    code: str
    name: str
    kind: TableKind
    phases: tuple[int, ...]
    source: str


@dataclass(frozen=True)
class Protocol:
    """An agreement or protocol that applies in some phases."""

    code: str
    name: str
    phases: tuple[int, ...]
    source: str


@dataclass(frozen=True)
class Temporary:
    """How long one temporary filling of a seat may last, and how many in a row there may be (the first included)."""

    max_working_days: int
    max_times: int
    source: str


@dataclass(frozen=True)
class HandOver:
    """How long a proposed new holder has to accept; until then the old one stays."""

    accept_within_working_days: int
    source: str


@dataclass(frozen=True)
class Aftercare:
    """How many working days before the agreed day somebody is asked how it goes after going down or closing."""

    ask_working_days_before: int
    source: str


@dataclass(frozen=True)
class ExternalScaling:
    """Policy for asking a party outside: as a last resort, the questions in `ask` are answered first."""

    last_resort: bool
    ask: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class ThemeAddition:
    """What a theme adds to one boundary: an alternative to its criteria ("any"), or a further demand ("all")."""

    lower: int
    upper: int
    direction: Direction
    all_or_any: Literal["all", "any"]
    criteria: Group


@dataclass(frozen=True)
class Theme:
    """Criteria, tables and protocols for one theme. It has no phases or responsibilities: those of the model stay."""

    code: str
    title: str
    version: str
    source: str
    additions: tuple[ThemeAddition, ...]
    tables: tuple[ConsultationTable, ...]
    protocols: tuple[Protocol, ...]


@dataclass(frozen=True)
class Model:
    """A whole AVE model. `extends` is empty for a model that stands on its own; `themes` are the codes laid over it."""

    code: str
    title: str
    version: str
    source: str
    extends: str
    themes: tuple[str, ...]
    phases: tuple[Phase, ...]
    responsibilities: Mapping[Responsibility, ResponsibilityText]
    functions: Mapping[str, Function]
    local_names: tuple[LocalName, ...]
    seats: Mapping[tuple[int, Responsibility], SeatRule]
    boundaries: tuple[Boundary, ...]
    tables: tuple[ConsultationTable, ...]
    protocols: tuple[Protocol, ...]
    temporary: Temporary
    hand_over: HandOver
    aftercare: Aftercare
    holding_two: HoldingTwo
    external_scaling: ExternalScaling

    def phase(self, number: int) -> Phase:
        """The phase with this number; KeyError when the model has none."""
        for phase in self.phases:
            if phase.number == number:
                return phase
        raise KeyError(number)

    @property
    def opening_phases(self) -> tuple[int, ...]:
        """The phases in which a case may be opened."""
        return tuple(phase.number for phase in self.phases if phase.may_open)

    def seat(self, phase: int, responsibility: Responsibility) -> SeatRule:
        """The rule for this responsibility in this phase; KeyError when the model has no such phase."""
        return self.seats[phase, responsibility]

    def boundary(self, from_phase: int, to_phase: int) -> Boundary | None:
        """How a case goes from one phase to an adjacent one; None when there is no way."""
        for boundary in self.boundaries:
            if (boundary.from_phase, boundary.to_phase) == (from_phase, to_phase):
                return boundary
        return None

    def function(self, code: str) -> Function:
        """The function with this code; KeyError when the model has none."""
        return self.functions[code]

    def function_for_local_name(self, name: str) -> Function | None:
        """The function behind a local name, in upper or lower case; None when the name is unknown here."""
        wanted = name.strip().casefold()
        for local in self.local_names:
            if local.name.casefold() == wanted:
                return self.functions.get(local.function)
        return None
