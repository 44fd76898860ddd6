"""What scaling a case would do, before it is done: the phase, the four seats, and who will see what.

Reads only, and follows the same rules as `begin_period`: what this says is what then happens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from houvast.ave.model import Phase, SeatRule
from houvast.ave.vocabulary import ASSIGNED, Holding, HoldingTwo, Responsibility
from houvast.cases.policy import CaseFacts
from houvast.cases.rules.matrix import RELATION_OF_SEAT, Part, parts_for
from houvast.cases.rules.opening import Choice, chosen_seat
from houvast.cases.rules.seats import Candidate, SeatFacts, SeatState, allowed_function, holds_two, seat_in_phase
from houvast.cases.selectors import contents
from houvast.cases.selectors.bands import FoundCase, holder_name
from houvast.cases.services.steps.begin_period import candidates, last_day, review_date
from houvast.cases.services.steps.former_seats import former_seats
from houvast.cases.services.steps.load_case import facts_of_seat
from houvast.cases.services.steps.set_seat import domain_of
from houvast.directory.selectors import MemberLine, possible_holders
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody who can be chosen for a seat. `detail` says what and where they are ("casusregisseur, Gebiedsteam")."""

    choice: Choice
    name: str
    detail: str
    functions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SeatPreview:
    """A seat now and after. A holder is "" where nobody holds it. `stays` is false when a new row would be written."""

    responsibility: Responsibility
    name: str
    was: SeatFacts
    becomes: SeatFacts
    was_holder: str
    becomes_holder: str

    @property
    def stays(self) -> bool:
        """Say whether the seat goes on as it is."""
        return self.was == self.becomes


@dataclass(frozen=True, slots=True)
class SightPreview:
    """What a member sees of the case by the seats that they hold: now and after."""

    member_id: UUID
    name: str
    before: frozenset[Part]
    after: frozenset[Part]


@dataclass(frozen=True, slots=True)
class Preview:
    """What would happen. `holding_two` is what the model thinks when one member would direct both case and process."""

    phase: Phase
    review_on: date | None
    seats: tuple[SeatPreview, ...]
    sights: tuple[SightPreview, ...]
    facts: CaseFacts
    holding_two: HoldingTwo | None

    def seat(self, responsibility: Responsibility) -> SeatPreview:
        """Give one of the four seats."""
        return next(seat for seat in self.seats if seat.responsibility is responsibility)


@dataclass(frozen=True, slots=True)
class PutBack:
    """A seat as it was before an urgent scaling, which comes back when that is reversed; and who holds it then."""

    seat: SeatFacts
    holder: str


@dataclass(frozen=True, slots=True)
class NewPhase:
    """A phase that a case could go to, with everybody who could get a seat in it.

    `available` are those from whom the model fills the operational and administrative seats; `own` are the resident and
    network, for who may see them. `put_back` are the seats that come back, when going there undoes an urgent scaling.
    """

    found: FoundCase
    number: int
    people: tuple[MemberLine, ...]
    own: tuple[Option, ...]
    available: tuple[Candidate, ...]
    put_back: Mapping[Responsibility, PutBack] = field(default_factory=dict)

    def rule(self, responsibility: Responsibility) -> SeatRule:
        """Give what the model says of a seat in this phase."""
        return self.found.model.seat(self.number, responsibility)

    def options(self, responsibility: Responsibility) -> tuple[Option, ...]:
        """Give who can be chosen for an assigned seat: the resident and network first, then members by name."""
        rule = self.rule(responsibility)
        if responsibility not in ASSIGNED:
            return ()
        members = [_member_option(line) for line in self.people if allowed_function(rule, line.functions)]
        return (*(self.own if rule.resident_may_hold is Holding.YES else ()), *members)


def new_phase(viewer: Viewer, found: FoundCase, number: int, *, now: datetime) -> NewPhase:
    """Give a phase that a case could go to, in a fixed number of queries."""
    rules = [found.model.seat(number, responsibility) for responsibility in Responsibility]
    functions = {code for rule in rules for code, holding in rule.holders.items() if holding is Holding.YES}
    functions |= {code for rule in rules for code in rule.fills_from}
    people = possible_holders(found.band.municipality_id, sorted(functions), now=now)
    available = candidates(found.band.municipality_id, found.model, number, now=now)
    return NewPhase(found, number, people, _own_options(viewer, found.band.case_id, now), available)


def phase_before(viewer: Viewer, found: FoundCase, number: int, *, now: datetime) -> NewPhase:
    """Give the phase that a case goes back to when the urgent scaling of now is reversed."""
    rows = former_seats(found.band.case_id, found.model, number, scaled_at=found.band.since, now=now)
    back = {responsibility: PutBack(facts_of_seat(row), holder_name(row)) for responsibility, row in rows.items()}
    return replace(new_phase(viewer, found, number, now=now), put_back=back)


def _own_options(viewer: Viewer, case_id: UUID, now: datetime) -> tuple[Option, ...]:
    people = contents.people(viewer, case_id, now=now, today=in_amsterdam(now).date())
    residents = [
        Option(Choice(resident_id=person.resident.id), person.resident.name, "inwoner")
        for person in people
        if not person.is_child
    ]
    network = [
        Option(Choice(network_member_id=line.id), line.name, line.relation) for line in contents.network_around(people)
    ]
    return (*residents, *network)


def _member_option(line: MemberLine) -> Option:
    detail = ", ".join(part for part in (line.title, line.team_name or line.organisation_name) if part)
    return Option(Choice(member_id=line.id), line.name, detail, line.functions)


def preview(phase: NewPhase, chosen: Mapping[Responsibility, Option], *, now: datetime) -> Preview:
    """Say what moving the case to this phase would do, with these choices for the seats that people assign. Pure."""
    found = phase.found
    seats = []
    for responsibility in Responsibility:
        was, option = found.facts.seats[responsibility], chosen.get(responsibility)
        rule, back, name = phase.rule(responsibility), phase.put_back.get(responsibility), ""
        if option is not None:
            (becomes, _), name = chosen_seat(rule, option.choice, option.functions), option.name
        elif back is not None:
            becomes, name = back.seat, back.holder
        else:
            becomes = seat_in_phase(rule, was, phase.available, until=last_day(found.model, now))
        seats.append(_seat_preview(phase, responsibility, becomes, name))
    facts = CaseFacts(
        municipality_id=found.facts.municipality_id,
        region=found.facts.region,
        phase=phase.number,
        is_closed=False,
        seats={seat.responsibility: seat.becomes for seat in seats},
        process_functions=found.facts.process_functions,
    )
    return Preview(
        phase=found.model.phase(phase.number),
        review_on=review_date(found.model, phase.number, now),
        seats=tuple(seats),
        sights=_sights(phase, tuple(seats)),
        facts=facts,
        holding_two=holds_two(found.model, dict(facts.seats)),
    )


def _seat_preview(phase: NewPhase, responsibility: Responsibility, becomes: SeatFacts, name: str) -> SeatPreview:
    """Give a seat now and after; `name` is that of who was chosen or comes back, else ""."""
    line = phase.found.band.seat(responsibility)
    was = phase.found.facts.seats[responsibility]
    names = {person.id: person.name for person in phase.people}
    if not becomes.is_held:
        holder = ""
    elif name:
        holder = name
    else:
        newcomer = None if becomes.member_id == was.member_id else becomes.member_id
        holder = line.holder if newcomer is None else names.get(newcomer, "")
    return SeatPreview(responsibility, line.name, was, becomes, line.holder, holder)


def _sights(phase: NewPhase, seats: tuple[SeatPreview, ...]) -> tuple[SightPreview, ...]:
    names: dict[UUID, str] = {}
    before: dict[UUID, frozenset[Part]] = {}
    after: dict[UUID, frozenset[Part]] = {}
    for seat in seats:
        for facts, holder, sees, number in (
            (seat.was, seat.was_holder, before, phase.found.facts.phase),
            (seat.becomes, seat.becomes_holder, after, phase.number),
        ):
            if facts.member_id is not None:
                names[facts.member_id] = holder
                parts = _parts(phase, seat.responsibility, facts, number)
                sees[facts.member_id] = sees.get(facts.member_id, frozenset()) | parts
    nothing: frozenset[Part] = frozenset()
    return tuple(
        SightPreview(who, name, before.get(who, nothing), after.get(who, nothing)) for who, name in names.items()
    )


def _parts(phase: NewPhase, responsibility: Responsibility, facts: SeatFacts, number: int) -> frozenset[Part]:
    domain = domain_of(phase.found.model, facts.function)
    return parts_for(RELATION_OF_SEAT[responsibility], phase=number, domain=domain)


def is_vacant(seat: SeatPreview) -> bool:
    """Say whether nobody would hold a seat that somebody must hold."""
    return seat.becomes.state is SeatState.VACANT
