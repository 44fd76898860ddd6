"""Pages by key: the next page begins after the last row of this one, so a page costs the same however far it is."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """One page of rows. `after` is the key with which the next page begins; "" on the last page."""

    rows: tuple[Row, ...]
    after: str
