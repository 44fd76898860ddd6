"""What somebody saw and heard, without a judgement: for where interests conflict. It becomes a note of its writer."""

from dataclasses import dataclass
from datetime import date

from houvast.kernel.dutch_dates import exact


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen, what was heard and from whom, on a day."""

    saw: str
    heard: str
    said_by: str
    on: date

    def as_note(self) -> str:
        """Write it down as the text of a note: the day first, then each by itself."""
        from_whom = f" (van {self.said_by.strip()})" if self.said_by.strip() else ""
        lines = (
            f"Gezien en gehoord op {exact(self.on)}.",
            f"Gezien: {self.saw.strip()}" if self.saw.strip() else "",
            f"Gehoord{from_whom}: {self.heard.strip()}" if self.heard.strip() else "",
        )
        return "\n".join(line for line in lines if line)


def observation_problems(said: Observation, today: date) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not said.saw.strip() and not said.heard.strip():
        problems["saw"] = "Schrijf op wat u zag, of wat u hoorde."
    if said.heard.strip() and not said.said_by.strip():
        problems["said_by"] = "Schrijf op wie dit zei."
    if said.on > today:
        problems["on"] = "Deze dag is nog niet geweest."
    return problems
