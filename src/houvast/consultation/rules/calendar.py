"""Meetings as an iCalendar file (RFC 5545): the few lines that we need of it, from plain facts. Pure functions.

A calendar holds the name of a table, where and when, and nothing else: it lies on telephones and with their makers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

LINE = 75
"""How many bytes a line holds at most, after which it goes on on the next (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class CalendarMeeting:
    """A meeting as a calendar shows it."""

    id: UUID
    table: str
    place: str
    starts_at: datetime
    ends_at: datetime
    planned_at: datetime


def calendar(meetings: Iterable[CalendarMeeting]) -> str:
    """Give a calendar with these meetings."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Houvast//Overleg//NL", "CALSCALE:GREGORIAN"]
    for each in meetings:
        lines += _event(each)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(each: CalendarMeeting) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{each.id}@houvast"
    yield f"DTSTAMP:{_utc(each.planned_at)}"
    yield f"DTSTART:{_utc(each.starts_at)}"
    yield f"DTEND:{_utc(each.ends_at)}"
    yield f"SUMMARY:{_escaped(each.table)}"
    if each.place:
        yield f"LOCATION:{_escaped(each.place)}"
    yield "END:VEVENT"


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    """Write text so that no sign in it can end a line or begin another one (RFC 5545, 3.3.11)."""
    one_line = " ".join(text.split())
    return one_line.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """Cut a line that is too long between two signs, never inside one."""
    part, room = "", LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            yield part
            part, room = " ", LINE - 1
        part, room = part + sign, room - size
    yield part
