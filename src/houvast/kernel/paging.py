"""Pages by key: the next page begins after the last row of this one, so a page costs the same however far it is."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar
from uuid import UUID

Row = TypeVar("Row")

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of rows. `after` is the key with which the next page begins; "" on the last page."""

    rows: tuple[Row, ...]
    after: str


def moment_key(at: datetime, row_id: UUID) -> str:
    """Give the key of a row in a list that is ordered by a moment, and by id where moments are the same."""
    return f"{at.isoformat()}_{row_id}"


def read_moment_key(text: str) -> tuple[datetime, UUID] | None:
    """Read the key of `moment_key` back; None when it is not one."""
    at, _, row_id = text.partition("_")
    try:
        return datetime.fromisoformat(at).astimezone(UTC), UUID(row_id)
    except (ValueError, OverflowError):
        return None
