"""What may go, and what not yet: units with their clocks, derived from the rows themselves."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from houvast.accountability.rules.retention import Clock, Period, UnitKind, clock, due_on
from houvast.accountability.selectors.periods import periods_of
from houvast.accountability.selectors.retention import kept_requests
from houvast.cases.selectors import retention as of_cases
from houvast.consultation.selectors.retention import item_starts, lone_items
from houvast.directory.selectors import organisation_of_municipality
from houvast.directory.selectors_organisations import OrganisationOf, organisations_of
from houvast.documents.selectors.retention import document_starts
from houvast.intake.selectors import retention as of_intake
from houvast.kernel.clock_start import ClockStart, Kept, RecordKind, Stretch
from houvast.letters.selectors.retention import letter_starts
from houvast.participation.selectors.retention import participant_starts
from houvast.plans.selectors.retention import plan_starts
from houvast.reporting_code.selectors.retention import reporting_code_starts
from houvast.residents.selectors_retention import person_starts
from houvast.safety_house.selectors.retention import house_files, referral_starts
from houvast.sharing.selectors.retention import sharing_starts
from houvast.short_lines.selectors.retention import kept_questions

_UNKNOWN = OrganisationOf("onbekend", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is destroyed in one go, with its clocks. `code` is the number of the case, "" for what is in none.

    `at` is what lists are ordered by. `not_before` is a day that the record itself names (the file of a house).
    """

    kind: UnitKind
    id: UUID
    code: str
    at: datetime | date
    clocks: tuple[Clock, ...]
    names: tuple[str, ...]
    not_before: date | None = None

    @property
    def due_on(self) -> date | None:
        """Give the first day on which it may go; None when a clock has no end."""
        end = due_on(self.clocks)
        return max(end, self.not_before) if end and self.not_before else end

    def is_due(self, today: date) -> bool:
        """Say whether it may go today."""
        return self.due_on is not None and self.due_on <= today


def _cases(stretch: Stretch) -> list[Kept]:
    """Give closed cases with where all their clocks start, in a fixed number of queries."""
    cases = of_cases.closed_cases(stretch)
    ids = [case.id for case in cases]
    people = of_cases.alone_in(ids)
    of_people = person_starts({each for among in people.values() for each in among})
    rooms = (
        of_cases.note_starts(ids),
        plan_starts(ids),
        reporting_code_starts(ids),
        participant_starts(ids),
        document_starts(ids),
        letter_starts(ids),
        sharing_starts(ids),
        item_starts(ids),
        of_intake.concern_starts(ids),
        referral_starts(ids),
    )
    here = organisation_of_municipality(stretch.municipality_id)
    found = []
    for case in cases:
        closed_on = of_cases.closed_on(case)
        own = [ClockStart(RecordKind.CASE, case.domain, here, closed_on)] if here else []
        others = [start for room in rooms for start in room.get(case.id, [])]
        persons = [start for each in people[case.id] for start in of_people.get(each, [])]
        found.append(Kept(case.id, case.closed_at, [*own, *others, *_once(persons)], case.code, closed_on))
    return found


def _concerns(stretch: Stretch) -> list[Kept]:
    """Give concerns without a case, with the clocks of whom they are about and who is in no case either."""
    found = of_intake.lone_concerns(stretch)
    about = of_intake.residents_of([each.id for each in found])
    of_people = person_starts(of_cases.in_no_case(about.values()))
    persons = {concern_id: of_people.get(resident_id, []) for concern_id, resident_id in about.items()}
    return [replace(each, starts=[*each.starts, *_once(persons.get(each.id, []))]) for each in found]


def _repair_rows(stretch: Stretch) -> list[Kept]:
    here = organisation_of_municipality(stretch.municipality_id)
    return of_intake.repair_rows(stretch, here) if here else []


_KEPT: Mapping[UnitKind, Callable[[Stretch], list[Kept]]] = MappingProxyType(
    {
        UnitKind.CASE: _cases,
        UnitKind.PARTNER_NOTE: of_cases.partner_notes,
        UnitKind.HOUSE_FILE: house_files,
        UnitKind.CONCERN: _concerns,
        UnitKind.AGENDA_ITEM: lone_items,
        UnitKind.REPAIR_ROW: _repair_rows,
        UnitKind.COLLEAGUE_QUESTION: kept_questions,
        UnitKind.REQUEST: kept_requests,
    }
)


def units(kind: UnitKind, stretch: Stretch) -> list[Unit]:
    """Give what is kept of one kind with its clocks, in a fixed number of queries."""
    found = _KEPT[kind](stretch)
    periods = periods_of(stretch.municipality_id)
    organisations = organisations_of({start.organisation_id for each in found for start in each.starts})
    return [_unit(kind, each, periods, organisations) for each in found]


def unit(municipality_id: UUID, kind: UnitKind, unit_id: UUID) -> Unit | None:
    """Give one unit that is still there, whatever its clocks say; None for what is not of here or gone."""
    found = units(kind, Stretch(municipality_id, only=unit_id))
    return found[0] if found else None


def along_with(kind: UnitKind, unit_id: UUID) -> dict[str, list[str]]:
    """Give the ids of what goes along: with a case its concerns, and with either who is in no other case or concern."""
    if kind is UnitKind.CASE:
        concerns, people = of_intake.concerns_of(unit_id), of_cases.alone_in([unit_id])[unit_id]
    elif kind is UnitKind.CONCERN:
        concerns, people = [], of_cases.in_no_case(of_intake.residents_of([unit_id]).values())
    else:
        return {}
    goes = {unit_id, *concerns}
    named = of_intake.named_by(people)
    residents = [each for each in people if named.get(each, frozenset()) <= goes]
    return {"residents": sorted(map(str, residents)), "concerns": sorted(map(str, concerns))}


def _once(starts: Iterable[ClockStart]) -> list[ClockStart]:
    """Give of each ground and organisation the newest start."""
    last: dict[tuple[str, UUID], ClockStart] = {}
    for start in starts:
        place = (start.ground, start.organisation_id)
        if place not in last or last[place].starts_on < start.starts_on:
            last[place] = start
    return list(last.values())


def _unit(kind: UnitKind, kept: Kept, periods: Sequence[Period], organisations: Mapping[UUID, OrganisationOf]) -> Unit:
    of = [organisations.get(start.organisation_id, _UNKNOWN) for start in kept.starts]
    clocks = tuple(clock(start, by.kind, periods, kept.closed_on) for start, by in zip(kept.starts, of, strict=True))
    names = tuple(by.name for by in of)
    return Unit(kind, kept.id, kept.code, kept.at, clocks, names, kept.not_before)
