"""Lists as other organisations may make them. What must come of each was derived by hand from the agreed report."""

from datetime import date, time

import pytest

from houvast.intake.rules.cells import Municipalities
from houvast.intake.rules.identity import KnownConcerns
from houvast.intake.rules.mapping import DEFAULT_MAPPING
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.reading import read_list, sort_rows
from houvast.intake.rules.report import Report
from houvast.intake.rules.row import AcceptedRow

ROW = {
    "Incidentnummer": "PL0100-2026100000",
    "Datum kennisname": "05-01-2026",
    "Tijd": "03:32",
    "Klasse": "E33",
    "Achternaam": "Maasgouw",
    "Tussenvoegsel": "van",
    "Voornamen": "Felix",
    "Geboortedatum": "07-01-1941",
    "Geslacht": "M",
    "BSN": "",
    "Straat": "Sennasingel",
    "Huisnummer": "105",
    "Postcode": "9694 TJ",
    "Woonplaats": "Ten Boer",
    "Gemeente": "Groningen",
    "Toelichting": "Overlast.",
}
KNOWN = Municipalities.of({"Groningen": ("Haren", "Ten Boer"), "Het Hogeland": (), "De Bilt": ()})
TODAY = date(2026, 11, 24)


def line(separator: str = ";", **cells: str) -> str:
    return separator.join((ROW | {name.replace("_", " "): text for name, text in cells.items()}).values())


def listed(*lines: str) -> bytes:
    return "\r\n".join((";".join(ROW), *lines)).encode()


def read(content: bytes) -> tuple[Report, list[AcceptedRow]]:
    report = Report()
    found = sort_rows(read_list(content, DEFAULT_MAPPING, KNOWN, TODAY), KnownConcerns(), report)
    return report, list(found.new)


def only(**cells: str) -> AcceptedRow:
    report, (row,) = read(listed(line(**cells)))
    assert report.refused == []
    return row


def places(report: Report) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    refused, warned = report.refused, report.warnings
    return [(each.row, each.column) for each in refused], [(each.row, each.column) for each in warned]


@pytest.mark.parametrize(
    "written",
    [
        "maandag 5 januari 2026",
        "ma 5-1-2026",
        "Ma. 5 jan 2026",
        "maandag, 5 januari 2026",
        "5 januari, 2026",
        "05–01–2026",
        "05-01-26",
        "5/1/26",
        "5 jan '26",
        "05012026",
    ],
)
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    assert only(Datum_kennisname=written).reported_on == date(2026, 1, 5)


@pytest.mark.parametrize("written", ["5-1-2026 03.32", "5-1-2026, 03:32", "05-01-2026 03:32 uur", "5-1-2026 om 3u32"])
def test_a_time_behind_the_day_is_read_as_people_write_it(written: str) -> None:
    row = only(Datum_kennisname=written, Tijd="")
    assert (row.reported_on, row.reported_at) == (date(2026, 1, 5), time(3, 32))


@pytest.mark.parametrize(
    ("written", "at"), [("9 uur", time(9)), ("9u", time(9)), ("9:05", time(9, 5)), ("0905", time(9, 5))]
)
def test_a_whole_hour_is_a_time(written: str, at: time) -> None:
    assert only(Tijd=written).reported_at == at


def test_a_time_that_no_clock_shows_is_left_empty() -> None:
    report, (row,) = read(listed(line(Tijd="24:00")))
    assert (row.reported_at, places(report)) == (None, ([], [(2, "Tijd")]))


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("07-01-41", "1941-01-07"),  # in 2041 nobody was born yet
        ("xx-xx-1975", "1975"),
        ("25051998", "1998-05-25"),
        ("00001975", "1975"),
        ("??-03-1975", "1975-03"),
        ("00-00-1975", "1975"),
    ],
)
def test_as_much_of_a_birth_date_is_read_as_is_sure(written: str, born: str) -> None:
    report, (row,) = read(listed(line(Geboortedatum=written)))
    assert row.person.birth_date is not None
    assert (row.person.birth_date.isoformat(), report.warnings) == (born, [])


def test_a_birth_year_of_which_the_century_is_not_sure_is_not_guessed() -> None:
    """In 2026 somebody of 07-01-19 can be 107 or 7."""
    report, (row,) = read(listed(line(Geboortedatum="07-01-19")))
    assert (row.person.birth_date, places(report)) == (None, ([], [(2, "Geboortedatum")]))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("De gemeente Groningen", "Groningen"),
        ("Groningen (gemeente)", "Groningen"),
        ("GRONINGEN, GEMEENTE", "Groningen"),
        ("Gemeente Ten Boer", "Groningen"),
        ("Hogeland", "Het Hogeland"),
        ("'t Hogeland", "Het Hogeland"),
        ("Hogeland, Het", "Het Hogeland"),
        ("Bilt, de", "De Bilt"),
        ("Gemeente Bilt", "De Bilt"),
        ("Gem.Groningen", "Groningen"),
        ("Gem: Groningen", "Groningen"),
        ("Groningen (gem.)", "Groningen"),
    ],
)
def test_a_municipality_is_known_as_people_write_it(written: str, name: str) -> None:
    assert only(Gemeente=written).municipality == name


@pytest.mark.parametrize("written", ["geen", "n.b.", "PL"])
def test_a_word_is_no_incident_number(written: str) -> None:
    report, _ = read(listed(line(Incidentnummer=written)))
    assert places(report) == ([(2, "Incidentnummer")], [])


def test_a_list_pasted_from_two_makes_keeps_both_names() -> None:
    windows = line(Incidentnummer="PL1", Voornamen="Joëlle").encode("cp1252")
    unicode = line(Incidentnummer="PL2", Voornamen="Zoë").encode()
    _, rows = read(listed() + b"\r\n" + windows + b"\r\n" + unicode)
    assert [row.person.first_names for row in rows] == ["Joëlle", "Zoë"]


def test_a_zero_byte_spoils_only_its_cell() -> None:
    report, rows = read(listed(line(Voornamen="Fe\0lix"), line(Incidentnummer="PL2")))
    assert (len(rows), places(report)) == (2, ([], [(2, "Voornamen")]))


def test_vertical_lines_may_separate() -> None:
    _, rows = read("\n".join(("|".join(ROW), line("|", Toelichting="a; b, c"))).encode())
    assert rows[0].notes == "a; b, c"


def test_empty_cells_dropped_at_the_end_are_told_and_the_row_is_used() -> None:
    report, rows = read(listed(line().rpartition(";")[0], line(Incidentnummer="PL2")))
    assert ([row.number for row in rows], places(report)) == ([2, 3], ([], [(2, "Toelichting")]))


def test_a_separator_lost_in_the_middle_is_no_row_that_can_be_used() -> None:
    """Every cell behind it stands one column to the left, so that the text stands in the place of the municipality."""
    report, _ = read(listed(line().replace(";;", ";", 1)))
    assert places(report) == ([(2, "Toelichting")], [])


def test_rows_are_counted_in_lines_of_the_file() -> None:
    """Lines 2 to 5 are one row with a text of three lines and an empty one, 6 is empty, 7 is the wrong one."""
    text = '"een\r\ntwee\r\n\r\nvier"'
    report, rows = read(
        listed(line(Toelichting=text), "", line(Incidentnummer="PL2", Datum_kennisname="31-02-2026"), "")
    )
    assert ([row.number for row in rows], places(report)) == ([2], ([(7, "Datum kennisname")], []))


def test_a_formula_is_text() -> None:
    row = only(Achternaam="@SUM(1)", Toelichting="=cmd|'/C calc'!A0")
    assert (row.person.surname, row.notes) == ("@SUM(1)", "=cmd|'/C calc'!A0")


@pytest.mark.parametrize("again", [{"Achternaam": "van Maasgouw", "Tussenvoegsel": ""}, {"Voornamen": "FÉLIX"}])
def test_one_person_written_differently_is_known(again: dict[str, str]) -> None:
    report, _ = read(listed(line(), line(**again)))
    assert (report.accepted, report.already_known) == (1, 1)


def test_many_nameless_people_in_one_incident_are_compared_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[PersonFacts] = []

    def same(a: PersonFacts, b: PersonFacts) -> bool:
        compared.append(a)
        return a == b

    monkeypatch.setattr("houvast.intake.rules.identity.same_concern", same)
    nobody = {"Achternaam": "", "Tussenvoegsel": "", "Voornamen": "", "Geboortedatum": ""}
    lines = [line(**nobody, Straat=f"Straat {number}") for number in range(50)]
    report, _ = read(listed(*lines, lines[0]))
    assert (report.accepted, report.already_known, len(compared)) == (50, 1, 1)
