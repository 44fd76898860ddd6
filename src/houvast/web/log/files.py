"""Lines of the log as a file, one at a time."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar
from uuid import UUID

Row = TypeVar("Row")
_COUNTS = ("=", "+", "-", "@", "\t", "\r")


def as_id(text: str) -> UUID | None:
    """Read an id from an address; None for what is not one."""
    try:
        return UUID(text)
    except ValueError:
        return None


def as_csv(rows: Iterable[Row], head: Sequence[str], cells: Callable[[Row], Sequence[str]]) -> Iterator[str]:
    """Write rows as CSV. A spreadsheet computes nothing of what it reads: such a cell begins with a quote."""
    yield _line(head)
    for row in rows:
        yield _line([f"'{cell}" if cell.startswith(_COUNTS) else cell for cell in cells(row)])


def _line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerow(cells)
    return text.getvalue()
