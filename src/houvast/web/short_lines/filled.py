"""Read what a form gave, in the types that a verb takes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Filled:
    """The cleaned fields of a form."""

    fields: dict[str, object]

    def text(self, name: str) -> str:
        """Give what was written; "" for nothing."""
        found = self.fields.get(name)
        return "" if found is None else str(found)

    def number(self, name: str) -> int:
        """Give a number."""
        return int(self.text(name))

    def chosen(self, name: str) -> UUID | None:
        """Give the id that was chosen; None for nothing."""
        text = self.text(name)
        return UUID(text) if text else None

    def day(self, name: str) -> date | None:
        """Give a day; None for nothing."""
        found = self.fields.get(name)
        return found if isinstance(found, date) else None
