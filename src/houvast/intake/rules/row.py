"""One row of a list: usable or not, and what is doubtful about it.

Without an incident number, a possible report date or a known municipality a row is refused and waits to be repaired.
Any other cell that cannot be right is left empty with a warning: half a concern is better than none. That something is
simply not known (no BSN, no first name, no time, only the year of birth) is normal and not worth a word.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from houvast.intake.rules import cells
from houvast.intake.rules.dates import UnreadableError, read_time, split_moment
from houvast.intake.rules.finding import Finding
from houvast.intake.rules.mapping import Field, MappedRow
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.spelling import UNREADABLE, clean_lines, value_or_nothing

Value = TypeVar("Value")

_REFUSING = frozenset({Field.INCIDENT, Field.REPORT_DATE, Field.MUNICIPALITY})
# How many characters of a cell are kept. *verzonnen*: a longer text came into the wrong column.
_LONGEST: Mapping[Field, int] = MappingProxyType(
    {
        Field.SURNAME: 120,
        Field.PREFIX: 30,
        Field.FIRST_NAMES: 120,
        Field.STREET: 120,
        Field.HOUSE_NUMBER: 20,
        Field.POSTCODE: 12,
        Field.PLACE: 80,
    }
)


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """A concern that can be filed, with warnings about what was left empty."""

    number: int
    incident: str
    reported_on: date
    reported_at: time | None
    kind: str
    municipality: str
    person: PersonFacts
    notes: str
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row to repair: every reason, the first of which stands in the report, and the values as they stand."""

    number: int
    reasons: tuple[Finding, ...]
    values: Mapping[Field, str]


def judge(row: MappedRow, municipalities: cells.Municipalities, today: date) -> AcceptedRow | RefusedRow:
    """Accept or refuse a row. A row with a fault in its form is refused whatever it says.

    Only when its last cells are not there and it can still be used, it is accepted with the fault as a warning.
    """
    if row.fault is not None and not row.is_short:
        return RefusedRow(row.number, (row.fault,), row.values)
    reading = _Reading(row)
    incident = reading.read(Field.INCIDENT, cells.read_incident)
    reported_on = reading.read(Field.REPORT_DATE, partial(cells.read_report_date, today=today))
    municipality = reading.read(Field.MUNICIPALITY, partial(cells.read_municipality, known=municipalities))
    if incident is None or reported_on is None or municipality is None:
        reasons = tuple(reading.refusals) if row.fault is None else (row.fault,)
        return RefusedRow(row.number, reasons, row.values)
    person = _person(reading, today, reported_on)
    reported_at = _time(reading)
    kind, notes = reading.text(Field.KIND), clean_lines(reading.raw(Field.NOTES))
    reading.warn_of_unreadable_characters()
    warnings = tuple(reading.warnings)
    return AcceptedRow(row.number, incident, reported_on, reported_at, kind, municipality, person, notes, warnings)


class _Reading:
    """Reads the cells of one row and remembers what is wrong with them."""

    def __init__(self, row: MappedRow) -> None:
        self._row = row
        self.refusals: list[Finding] = []
        self.warnings: list[Finding] = [] if row.fault is None else [row.fault]

    def raw(self, field: Field) -> str:
        return self._row.values.get(field, "")

    def text(self, field: Field) -> str:
        return value_or_nothing(self.raw(field))

    def read(self, field: Field, reader: Callable[[str], Value]) -> Value | None:
        """The value, or None with a finding when the cell cannot be read."""
        try:
            return reader(self.raw(field))
        except UnreadableError as error:
            (self.refusals if field in _REFUSING else self.warnings).append(self._finding(field, str(error)))
            return None

    def warn(self, field: Field, reason: str) -> None:
        self.warnings.append(self._finding(field, reason))

    def fit(self, field: Field, text: str) -> str:
        """As much of the text as is kept, with a warning when something was cut off."""
        longest = _LONGEST[field]
        if len(text) > longest:
            self.warn(field, f"Deze tekst is te lang. Alleen de eerste {longest} tekens zijn overgenomen.")
        return text[:longest]

    def warn_of_unreadable_characters(self) -> None:
        doubted = {warning.column for warning in self.warnings}
        for field, value in self._row.values.items():
            if UNREADABLE in value and self._row.headings[field] not in doubted:
                self.warn(field, "Eén of meer tekens zijn niet te lezen. De tekst is zo overgenomen.")

    def _finding(self, field: Field, reason: str) -> Finding:
        return Finding(self._row.number, self._row.headings.get(field, field), reason)


def _person(reading: _Reading, today: date, reported_on: date) -> PersonFacts:
    surname, prefix = cells.read_surname(reading.raw(Field.SURNAME), reading.raw(Field.PREFIX))
    read_birth_date = partial(cells.read_birth_date, today=today, reported_on=reported_on)
    postcode = reading.read(Field.POSTCODE, cells.read_postcode)
    return PersonFacts(
        surname=reading.fit(Field.SURNAME, surname),
        prefix=reading.fit(Field.PREFIX, prefix),
        first_names=reading.fit(Field.FIRST_NAMES, reading.text(Field.FIRST_NAMES)),
        birth_date=reading.read(Field.BIRTH_DATE, read_birth_date),
        sex=reading.read(Field.SEX, cells.read_sex),
        bsn=reading.read(Field.BSN, cells.read_bsn),
        street=reading.fit(Field.STREET, reading.text(Field.STREET)),
        house_number=reading.fit(Field.HOUSE_NUMBER, reading.text(Field.HOUSE_NUMBER)),
        postcode=reading.fit(Field.POSTCODE, reading.text(Field.POSTCODE) if postcode is None else postcode),
        place=reading.fit(Field.PLACE, reading.text(Field.PLACE)),
    )


def _time(reading: _Reading) -> time | None:
    """The time of the report from its own column, else from the cell of the date."""
    beside_date = split_moment(reading.raw(Field.REPORT_DATE))[1]

    def either(own: str) -> time | None:
        text = value_or_nothing(own) or beside_date
        return read_time(text) if text else None

    return reading.read(Field.REPORT_TIME, either)
