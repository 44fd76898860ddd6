"""What may go, and what not yet: units with their clocks, derived from the rows themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.accountability.rules.retention import Clock, Period, UnitKind, clock, due_on
from houvast.accountability.selectors.periods import periods_of
from houvast.cases.selectors import retention as of_cases
from houvast.consultation.selectors.retention import item_starts
from houvast.directory.selectors import organisation_of_municipality
from houvast.directory.selectors_organisations import OrganisationOf, organisations_of
from houvast.documents.selectors.retention import document_starts
from houvast.intake.selectors import retention as of_intake
from houvast.kernel.clock_start import ClockStart, RecordKind
from houvast.plans.selectors.retention import plan_starts
from houvast.residents.selectors_retention import person_starts
from houvast.safety_house.selectors import retention as of_houses
from houvast.sharing.selectors.retention import sharing_starts

_UNKNOWN = OrganisationOf("onbekend", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that is destroyed in one go, with its clocks. `code` is the number of the case, "" for a concern.

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


@dataclass(frozen=True, slots=True)
class _Found:
    kind: UnitKind
    id: UUID
    code: str
    at: datetime | date
    starts: Sequence[ClockStart]
    closed_on: date | None = None
    not_before: date | None = None


def case_units(
    municipality_id: UUID,
    *,
    before: datetime,
    after: tuple[datetime, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[Unit]:
    """Give closed cases with all their clocks, in a fixed number of queries."""
    cases = of_cases.closed_cases(municipality_id, before=before, after=after, size=size, only=only)
    ids = [case.id for case in cases]
    people = of_cases.alone_in(ids)
    of_people = person_starts({each for among in people.values() for each in among})
    rooms = (
        of_cases.note_starts(ids),
        plan_starts(ids),
        document_starts(ids),
        sharing_starts(ids),
        item_starts(ids),
        of_intake.concern_starts(ids),
        of_houses.referral_starts(ids),
    )
    here = organisation_of_municipality(municipality_id)
    found = []
    for case in cases:
        closed_on = of_cases.closed_on(case)
        own = [ClockStart(RecordKind.CASE, case.domain, here, closed_on)] if here else []
        others = [start for room in rooms for start in room.get(case.id, [])]
        persons = [start for each in people[case.id] for start in of_people.get(each, [])]
        starts = [*own, *others, *_once(persons)]
        found.append(_Found(UnitKind.CASE, case.id, case.code, case.closed_at, starts, closed_on))
    return _units(municipality_id, found)


def note_units(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[Unit]:
    """Give notes of partners, each with its clock."""
    rows = of_cases.partner_notes(municipality_id, before=before, after=after, size=size, only=only)
    return _units(
        municipality_id,
        [
            _Found(UnitKind.PARTNER_NOTE, row.id, row.code, row.retention_from, [_start(RecordKind.NOTE, row)])
            for row in rows
        ],
    )


def file_units(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[Unit]:
    """Give files of houses about cases of the municipality; the house itself named the day until which it keeps it."""
    rows = of_houses.files_to_keep(municipality_id, before=before, after=after, size=size, only=only)
    return _units(
        municipality_id,
        [
            _Found(
                UnitKind.HOUSE_FILE,
                row.id,
                row.code,
                row.keep_until,
                [_start(RecordKind.HOUSE_FILE, row)],
                not_before=row.keep_until,
            )
            for row in rows
        ],
    )


def concern_units(
    municipality_id: UUID,
    *,
    before: date,
    after: tuple[date, UUID] | None = None,
    size: int = 0,
    only: UUID | None = None,
) -> list[Unit]:
    """Give decided concerns that belong to no case, each with its clock."""
    rows = of_intake.lone_concerns(municipality_id, before=before, after=after, size=size, only=only)
    return _units(
        municipality_id,
        [_Found(UnitKind.CONCERN, row.id, "", row.retention_from, [_start(RecordKind.CONCERN, row)]) for row in rows],
    )


def unit(municipality_id: UUID, kind: UnitKind, unit_id: UUID, *, now: datetime) -> Unit | None:
    """Give one unit that is still there, whatever its clocks say; None for what is not of here or gone."""
    far = now.date().replace(year=now.year + 200)
    if kind is UnitKind.CASE:
        found = case_units(municipality_id, before=now, only=unit_id)
    elif kind is UnitKind.PARTNER_NOTE:
        found = note_units(municipality_id, before=far, only=unit_id)
    elif kind is UnitKind.HOUSE_FILE:
        found = file_units(municipality_id, before=far, only=unit_id)
    else:
        found = concern_units(municipality_id, before=far, only=unit_id)
    return found[0] if found else None


def along_with(case_id: UUID) -> dict[str, list[str]]:
    """Give the ids of what goes along with a case: who is in no other case or concern, and its concerns."""
    alone = of_cases.alone_in([case_id])[case_id]
    named = of_intake.named_by(alone)
    residents = [each for each in alone if named.get(each, frozenset()) <= {case_id}]
    return {
        "residents": sorted(str(each) for each in residents),
        "concerns": sorted(str(each) for each in of_intake.concerns_of(case_id)),
    }


def _start(kind: RecordKind, row: "of_cases.PartnerNote | of_houses.FileToKeep | of_intake.LoneConcern") -> ClockStart:
    return ClockStart(kind, row.ground, row.organisation_id, row.retention_from)


def _once(starts: Iterable[ClockStart]) -> list[ClockStart]:
    """Give of each ground and organisation the newest start."""
    last: dict[tuple[str, UUID], ClockStart] = {}
    for start in starts:
        place = (start.ground, start.organisation_id)
        if place not in last or last[place].starts_on < start.starts_on:
            last[place] = start
    return list(last.values())


def _units(municipality_id: UUID, found: Sequence[_Found]) -> list[Unit]:
    periods = periods_of(municipality_id)
    organisations = organisations_of({start.organisation_id for each in found for start in each.starts})
    return [_unit(each, periods, organisations) for each in found]


def _unit(found: _Found, periods: Sequence[Period], organisations: dict[UUID, OrganisationOf]) -> Unit:
    of = [organisations.get(start.organisation_id, _UNKNOWN) for start in found.starts]
    clocks = tuple(clock(start, by.kind, periods, found.closed_on) for start, by in zip(found.starts, of, strict=True))
    names = tuple(by.name for by in of)
    return Unit(found.kind, found.id, found.code, found.at, clocks, names, found.not_before)
