"""The whole way, on the invented list, on lists of other makes and on any bytes."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houvast.intake.rules.cells import Municipalities
from houvast.intake.rules.identity import KnownConcerns
from houvast.intake.rules.mapping import DEFAULT_MAPPING
from houvast.intake.rules.reading import read_list, sort_rows
from houvast.intake.rules.report import Report
from houvast.intake.rules.row import AcceptedRow, RefusedRow
from houvast.intake.rules.source import SourceError

DATA = Path(__file__).parent.parent / "data"
EXAMPLE = (DATA / "e33-voorbeeld.csv").read_bytes()
TODAY = date(2026, 11, 23)
NAMES = [
    "Eemsdelta",
    "Groningen",
    "Het Hogeland",
    "Midden-Groningen",
    "Oldambt",
    "Pekela",
    "Stadskanaal",
    "Veendam",
    "Westerkwartier",
    "Westerwolde",
]
KNOWN = Municipalities.of(dict.fromkeys(NAMES, ()))
COLUMN_OF = {"municipality": "Gemeente", "incident": "Incidentnummer", "date": "Datum kennisname"}
WARNED_COLUMN_OF = {"bsn": "BSN", "birth_date": "Geboortedatum"}


def report_of(content: bytes, known: KnownConcerns | None = None) -> Report:
    report = Report()
    sort_rows(read_list(content, DEFAULT_MAPPING, KNOWN, TODAY), known or KnownConcerns(), report)
    return report


def table() -> list[list[str]]:
    return list(csv.reader(io.StringIO(EXAMPLE.decode("cp1252"), newline=""), delimiter=";"))


def written(rows: list[list[str]], separator: str, encoding: str, line_end: str = "\r\n") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator, lineterminator=line_end).writerows(rows)
    return out.getvalue().encode(encoding)


def test_the_example_list_is_reported_as_its_truth_says() -> None:
    truth = json.loads((DATA / "e33-voorbeeld.verwacht.json").read_text())
    report = report_of(EXAMPLE).as_json()
    assert (report["read"], report["accepted"], report["already_known"]) == (240, 229, 3)
    assert [(one["row"], one["column"]) for one in report_of(EXAMPLE).as_json()["refused"]] == [
        (one["row"], COLUMN_OF[one["refused"]]) for one in truth["truth"] if one["refused"]
    ]
    warned = [(one["row"], WARNED_COLUMN_OF[one["warning"]]) for one in truth["truth"] if one.get("warning")]
    assert [(one["row"], one["column"]) for one in report["warnings"]] == warned


def test_the_rows_of_the_example_that_are_refused_or_doubted_are_these() -> None:
    report = report_of(EXAMPLE)
    assert [finding.row for finding in report.refused] == [32, 77, 92, 107, 137, 182, 197, 212]
    assert [finding.row for finding in report.warnings] == [17, 62, 122, 167, 227]


def test_the_rows_of_the_example_that_are_already_known_are_these() -> None:
    known = KnownConcerns()
    rows = read_list(EXAMPLE, DEFAULT_MAPPING, KNOWN, TODAY)
    assert [row.number for row in rows if isinstance(row, AcceptedRow) and not known.add(row)] == [55, 161, 214]


def test_the_same_list_again_adds_nothing() -> None:
    known = KnownConcerns()
    report_of(EXAMPLE, known)
    again = report_of(EXAMPLE, known)
    assert (again.read, again.accepted, again.already_known, len(again.refused)) == (240, 0, 232, 8)
    assert again.warnings == []


def test_the_same_list_in_another_make_adds_nothing_either() -> None:
    known = KnownConcerns()
    report_of(EXAMPLE, known)
    rows = table()
    bsn = rows[0].index("BSN")
    turned = [[cell.upper() for cell in reversed([*row[:bsn], "", *row[bsn + 1 :]])] for row in rows]
    turned[0] = list(reversed(rows[0]))
    again = report_of(written(turned, ",", "utf-8-sig", "\n"), known)
    assert (again.read, again.accepted, again.already_known, len(again.refused)) == (240, 0, 232, 8)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_make_of_the_list_gives_the_same_report(separator: str, encoding: str) -> None:
    assert report_of(written(table(), separator, encoding)).as_json() == report_of(EXAMPLE).as_json()


def test_pasted_lists_keep_the_line_numbers_of_the_file() -> None:
    rows = table()
    report = report_of(written([*rows, [], rows[0], rows[1]], ";", "utf-8") + b"\r\n\r\n")
    assert (report.read, report.already_known) == (241, 4)
    assert [finding.row for finding in report.refused] == [32, 77, 92, 107, 137, 182, 197, 212]


def test_a_refused_row_keeps_what_is_needed_to_repair_it() -> None:
    refused = [row for row in read_list(EXAMPLE, DEFAULT_MAPPING, KNOWN, TODAY) if isinstance(row, RefusedRow)]
    assert [value for row in refused for value in row.values.values() if value == "Atlantis"] == ["Atlantis"] * 2


def test_the_report_has_exactly_the_agreed_form() -> None:
    content = (
        "Incidentnummer;Datum kennisname;Achternaam;BSN;Gemeente\n"
        "PL1;22-11-2026;Vegt;123456789;Eemsdelta\n"
        "PL1;22-11-2026;Vegt;;Eemsdelta\n"
        "PL2;22-11-2026;Vegt;;Atlantis\n"
    )
    assert report_of(content.encode()).as_json() == {
        "read": 3,
        "accepted": 1,
        "already_known": 1,
        "refused": [{"row": 4, "column": "Gemeente", "reason": "Deze gemeente is niet bekend. Controleer de naam."}],
        "warnings": [
            {
                "row": 2,
                "column": "BSN",
                "reason": "Dit BSN bestaat niet: het voldoet niet aan de elfproef. Het veld is leeg gelaten.",
            }
        ],
    }


def test_a_list_with_only_a_header_is_an_empty_report() -> None:
    assert report_of(b"Incidentnummer;Datum;Naam;Gemeente\r\n").read == 0


HEADER = b"Incidentnummer;Datum kennisname;Tijd;Achternaam;Geboortedatum;BSN;Postcode;Geslacht;Gemeente\n"
ODD_CELLS = (
    "PL1|PL2|22-11-2026|31-02-2026|00-00-1975|3:32|123456789|266131864|van der Vegt|Eemsdelta|gem. Pekela|9694tj|V|"
    '"|""|="1"|\n|\r\n|�|\u00a0|²|1e9||'
)
CELLS = st.sampled_from(ODD_CELLS.split("|"))
LINES = st.lists(CELLS, min_size=7, max_size=11).map(";".join)


@given(st.binary(), st.booleans())
def test_any_bytes_are_a_report_or_a_source_error(content: bytes, after_a_good_header: bool) -> None:
    try:
        report = report_of(HEADER + content if after_a_good_header else content)
    except SourceError as error:
        assert str(error).endswith(".")
    else:
        assert report.read == report.accepted + report.already_known + len(report.refused)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_any_rows_after_a_good_header_are_counted_once(text: str) -> None:
    report = report_of(HEADER + text.encode())
    assert report.read == report.accepted + report.already_known + len(report.refused)
    numbers = [finding.row for finding in report.refused]
    assert numbers == sorted(set(numbers))
    assert {finding.row for finding in report.warnings}.isdisjoint(numbers)
