"""What a calendar holds: the table, where and when, in the form that every calendar reads (RFC 5545)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from houvast.consultation.rules.calendar import CalendarMeeting, calendar
from houvast.kernel.ids import new_id

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ID = new_id()


def meeting(table: str, place: str = "") -> CalendarMeeting:
    begin, end = (datetime(2026, 12, 7, hour, tzinfo=AMSTERDAM) for hour in (10, 11))
    return CalendarMeeting(ID, table, place, begin, end, datetime(2026, 7, 1, 9, tzinfo=AMSTERDAM))


def test_a_meeting_stands_in_it_with_table_place_and_time_of_the_world() -> None:
    assert calendar([meeting("MDO", "Zaal 2")]).split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Houvast//Overleg//NL",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{ID}@houvast",
        "DTSTAMP:20260701T070000Z",
        "DTSTART:20261207T090000Z",
        "DTEND:20261207T100000Z",
        "SUMMARY:MDO",
        "LOCATION:Zaal 2",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_no_sign_in_a_name_begins_something_else() -> None:
    lines = calendar([meeting("MDO, Noord; \\ \r\nBEGIN:VALARM")]).split("\r\n")
    assert "SUMMARY:MDO\\, Noord\\; \\\\ BEGIN:VALARM" in lines
    assert not any(line.startswith(("LOCATION", "BEGIN:VALARM")) for line in lines)


def test_a_long_line_goes_on_on_the_next_and_no_sign_is_cut() -> None:
    lines = calendar([meeting("ë" * 80)]).split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    place = next(number for number, line in enumerate(lines) if line.startswith("SUMMARY"))
    assert (lines[place] + lines[place + 1][1:] + lines[place + 2][1:]) == f"SUMMARY:{'ë' * 80}"
