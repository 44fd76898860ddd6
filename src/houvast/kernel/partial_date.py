"""A date of which perhaps only the year, or the year and month, is known.

Registers write such a birth date with zeros, 00-05-1975 or 00-00-1975 (BRP, incomplete dates). It is normal, not wrong.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Self

_REDUCED_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, perhaps month, perhaps day. ValueError when no such date can exist, or a day is known without a month."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day is known but its month is not")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, whole: date) -> Self:
        """A date of which everything is known."""
        return cls(whole.year, whole.month, whole.day)

    @classmethod
    def fromisoformat(cls, text: str) -> Self:
        """Read what `isoformat` wrote. ValueError for anything else."""
        found = _REDUCED_ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"not a whole or reduced ISO date: {text!r}")
        year, month, day = found.groups()
        return cls(int(year), None if month is None else int(month), None if day is None else int(day))

    def isoformat(self) -> str:
        """ISO 8601 with reduced precision: "1975", "1975-05" or "1975-05-09"."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def is_complete(self) -> bool:
        """Whether year, month and day are all known."""
        return self.day is not None

    def earliest(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """The last day it can be."""
        month = self.month or _DECEMBER
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def may_be(self, other: "PartialDate") -> bool:
        """Whether both can be the same day: what both know is equal."""
        return self.earliest() <= other.latest() and other.earliest() <= self.latest()
