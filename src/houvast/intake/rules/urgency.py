"""How soon triage must decide about a concern, in working hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType

from houvast.kernel.working_time import CLOSES, OPENS, add_working_hours


@dataclass(frozen=True, slots=True)
class Urgency:
    """A level of urgency: code, Dutch name, and the working hours within which triage decides (at least 1)."""

    code: str
    name: str
    working_hours: int

    def __post_init__(self) -> None:
        if self.working_hours < 1:
            raise ValueError("triage needs at least one working hour")


# *verzonnen*: no source names levels or terms; a municipality sets its own. Nine hours are one working day.
DEFAULT_URGENCIES: Mapping[str, Urgency] = MappingProxyType(
    {
        urgency.code: urgency
        for urgency in (
            Urgency("urgent", "Spoed", 4),
            Urgency("soon", "Snel", 9),
            Urgency("normal", "Gewoon", 27),
        )
    }
)


def decide_by(received_at: datetime, urgency: Urgency, opens: time = OPENS, closes: time = CLOSES) -> datetime:
    """When triage must have decided, in Amsterdam time; outside opening hours the clock stands still."""
    return add_working_hours(received_at, urgency.working_hours, opens, closes)
