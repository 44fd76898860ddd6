"""The whole way from the bytes of a list to judged rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from houvast.intake.rules.cells import Municipalities
from houvast.intake.rules.mapping import ColumnMapping
from houvast.intake.rules.report import Report
from houvast.intake.rules.row import AcceptedRow, RefusedRow, judge
from houvast.intake.rules.source import read_table


def read_list(
    content: bytes, mapping: ColumnMapping, municipalities: Municipalities, today: date
) -> Iterator[AcceptedRow | RefusedRow]:
    """The judged rows of a list, one by one. SourceError, before the first row, when the file cannot be read."""
    table = read_table(content)
    columns = mapping.locate(table.headings)
    return (judge(columns.pick(row), municipalities, today) for row in table.rows)


class Known(Protocol):
    """Recognises concerns; `rules.identity.KnownConcerns` does, and whatever looks in the database too."""

    def add(self, row: AcceptedRow) -> bool:
        """Remember the concern of this row; False when it was already known."""


@dataclass(frozen=True, slots=True)
class SortedRows:
    """The rows that are new, and those that wait to be repaired."""

    new: tuple[AcceptedRow, ...]
    refused: tuple[RefusedRow, ...]


def sort_rows(rows: Iterable[AcceptedRow | RefusedRow], known: Known, report: Report) -> SortedRows:
    """What is new in these rows, given the concerns that are known; every row is counted in `report`."""
    new: list[AcceptedRow] = []
    refused: list[RefusedRow] = []
    for row in rows:
        if isinstance(row, RefusedRow):
            report.count_refused(row)
            refused.append(row)
        elif known.add(row):
            report.count_accepted(row)
            new.append(row)
        else:
            report.count_known()
    return SortedRows(tuple(new), tuple(refused))
