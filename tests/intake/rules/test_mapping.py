import pytest

from houvast.intake.rules.finding import Finding
from houvast.intake.rules.mapping import (
    DEFAULT_MAPPING,
    Field,
    MappingError,
    mapping_from_toml,
)
from houvast.intake.rules.source import SourceError, SourceRow

EXAMPLE_HEADER = (
    "Incidentnummer;Datum kennisname;Tijd;Klasse;Achternaam;Tussenvoegsel;Voornamen;Geboortedatum;Geslacht;BSN;"
    "Straat;Huisnummer;Postcode;Woonplaats;Gemeente;Toelichting"
)
EXAMPLE = EXAMPLE_HEADER.split(";")


def test_the_default_mapping_finds_every_column_of_the_example() -> None:
    assert DEFAULT_MAPPING.locate(EXAMPLE).positions == {field: number for number, field in enumerate(Field)}


def test_columns_may_stand_in_any_order_with_others_between() -> None:
    columns = DEFAULT_MAPPING.locate(["Wijk", "Gemeente", "Achternaam", "Extra", "Datum kennisname", "Incidentnummer"])
    assert columns.positions == {
        Field.MUNICIPALITY: 1,
        Field.SURNAME: 2,
        Field.REPORT_DATE: 4,
        Field.INCIDENT: 5,
    }


def test_capitals_spaces_punctuation_and_accents_make_no_difference() -> None:
    found = ["INCIDENT NUMMER", "datum_kennisname", "Àchternaam", "gemeente:"]
    columns = DEFAULT_MAPPING.locate(found)
    assert columns.headings == {
        Field.INCIDENT: "INCIDENT NUMMER",
        Field.REPORT_DATE: "datum_kennisname",
        Field.SURNAME: "Àchternaam",
        Field.MUNICIPALITY: "gemeente:",
    }


def test_the_most_wanted_heading_wins() -> None:
    columns = DEFAULT_MAPPING.locate([*EXAMPLE, "Naam", "Datum"])
    assert columns.headings[Field.SURNAME] == "Achternaam"
    assert columns.headings[Field.REPORT_DATE] == "Datum kennisname"


def test_missing_columns_are_named_with_the_headings_that_were_found() -> None:
    with pytest.raises(SourceError) as caught:
        DEFAULT_MAPPING.locate(["Incidentnummer", "Naam", "Wijk", ""])
    assert str(caught.value) == (
        "Deze kolommen ontbreken: Datum kennisname, Gemeente. Gevonden kolommen: Incidentnummer, Naam, Wijk."
    )


def test_one_missing_column_is_named_alone() -> None:
    with pytest.raises(SourceError, match=r"Deze kolom ontbreekt: Gemeente\. Gevonden"):
        DEFAULT_MAPPING.locate(["Incidentnummer", "Datum", "Naam"])


def test_a_first_line_about_a_person_is_not_repeated_in_the_error() -> None:
    with pytest.raises(SourceError, match="geen enkele bekende kolomnaam") as caught:
        DEFAULT_MAPPING.locate(["PL0100-2026100026", "22-11-2026", "Vegt"])
    assert "Vegt" not in str(caught.value)


def test_a_heading_that_stands_twice_is_refused_when_it_is_used() -> None:
    with pytest.raises(SourceError, match="De kolom Straat staat twee keer"):
        DEFAULT_MAPPING.locate([*EXAMPLE, "straat"])
    assert DEFAULT_MAPPING.locate([*EXAMPLE, "Wijk", "Wijk"]).positions[Field.NOTES] == 15


def test_a_row_is_picked_apart_by_field_and_lacking_cells_are_empty() -> None:
    columns = DEFAULT_MAPPING.locate(["Gemeente", "Incidentnummer", "Datum", "Naam"])
    fault = Finding(7, "Naam", "Er ontbreekt iets.")
    row = columns.pick(SourceRow(7, ("Eemsdelta", "PL1", "5-1-2026"), fault))
    assert row.number == 7
    assert row.fault == fault
    assert row.values == {
        Field.INCIDENT: "PL1",
        Field.REPORT_DATE: "5-1-2026",
        Field.SURNAME: "",
        Field.MUNICIPALITY: "Eemsdelta",
    }


def test_a_source_may_name_its_own_columns() -> None:
    mapping = mapping_from_toml('[kolommen]\nincidentnummer = "Zaak"\ndatum = ["Dag", "Op"]\n')
    columns = mapping.locate(["Zaak", "Op", "Achternaam", "Gemeente"])
    assert columns.positions[Field.INCIDENT] == 0
    assert columns.positions[Field.REPORT_DATE] == 1
    with pytest.raises(SourceError, match="Zaak"):
        mapping.locate(["Incidentnummer", "Op", "Achternaam", "Gemeente"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kolommen = [", "geen geldig TOML"),
        ("", "De tabel .kolommen. ontbreekt\\.$"),
        ("kolommen = 3", "ontbreekt"),
        ('[kolommen]\nincident = "x"', "kolommen.incident: dit veld bestaat niet"),
        ("[kolommen]\ndatum = []", "kolommen.datum: geef een kolomnaam"),
        ("[kolommen]\ndatum = [1]", "kolommen.datum: geef een kolomnaam"),
        ('[kolommen]\ndatum = " - "', "kolommen.datum: geef een kolomnaam"),
    ],
)
def test_a_wrong_mapping_file_is_told_where_it_is_wrong(text: str, words: str) -> None:
    with pytest.raises(MappingError, match=words):
        mapping_from_toml(text)
