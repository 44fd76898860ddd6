from datetime import date, time

import pytest
from tests.sentences import is_sentence

from houvast.intake.rules.cells import OF_ANOTHER_MUNICIPALITY, Municipalities
from houvast.intake.rules.finding import Finding
from houvast.intake.rules.mapping import Field, MappedRow
from houvast.intake.rules.person import PersonFacts, Sex
from houvast.intake.rules.row import AcceptedRow, RefusedRow, judge
from houvast.kernel.partial_date import PartialDate

TODAY = date(2026, 11, 23)
KNOWN = Municipalities.of(
    {"Eemsdelta": ("Delfzijl-Appingedam-Loppersum",), "'s-Gravenhage": ("Den Haag",), "Midden-Groningen": ()}
)
HEADINGS = {field: f"Kolom {field}" for field in Field}
USABLE = {
    Field.INCIDENT: "PL0100-2026100026",
    Field.REPORT_DATE: "22-11-2026",
    Field.MUNICIPALITY: "Eemsdelta",
}


def judged(**changes: str) -> AcceptedRow | RefusedRow:
    values = USABLE | {Field[name]: value for name, value in changes.items()}
    row = judge(MappedRow(17, values, HEADINGS), KNOWN, TODAY)
    found = row.reasons if isinstance(row, RefusedRow) else row.warnings
    assert all(is_sentence(each.reason) for each in found)
    assert row.number == 17
    return row


def accepted(**changes: str) -> AcceptedRow:
    row = judged(**changes)
    assert isinstance(row, AcceptedRow), row
    return row


def refused(**changes: str) -> RefusedRow:
    row = judged(**changes)
    assert isinstance(row, RefusedRow), row
    return row


def warned_columns(row: AcceptedRow) -> list[str]:
    return [warning.column for warning in row.warnings]


def test_a_full_row_is_read_field_by_field() -> None:
    row = accepted(
        REPORT_TIME="23:40",
        KIND="E33",
        SURNAME="Vegt",
        PREFIX="van der",
        FIRST_NAMES="Y.",
        BIRTH_DATE="25-05-1998",
        SEX="V",
        BSN="266131864",
        STREET="Sennweg",
        HOUSE_NUMBER="16",
        POSTCODE="9663hu",
        PLACE="Delfzijl",
        NOTES="Melder hoort geschreeuw.\r\nDeur dicht.",
    )
    assert row == AcceptedRow(
        number=17,
        incident="PL0100-2026100026",
        reported_on=date(2026, 11, 22),
        reported_at=time(23, 40),
        kind="E33",
        municipality="Eemsdelta",
        person=PersonFacts(
            surname="Vegt",
            prefix="van der",
            first_names="Y.",
            birth_date=PartialDate(1998, 5, 25),
            sex=Sex.FEMALE,
            bsn="266131864",
            street="Sennweg",
            house_number="16",
            postcode="9663 HU",
            place="Delfzijl",
        ),
        notes="Melder hoort geschreeuw.\nDeur dicht.",
        warnings=(),
    )


def test_that_nothing_is_known_of_the_person_is_normal() -> None:
    row = accepted()
    assert row.person == PersonFacts()
    assert row.reported_at is None
    assert row.warnings == ()


@pytest.mark.parametrize("value", ["", "  ", "-", "onbekend", "?", "0", "0000-000000"])
def test_without_an_incident_number_a_row_is_refused(value: str) -> None:
    row = refused(INCIDENT=value)
    assert row.reasons == (Finding(17, "Kolom incidentnummer", "Er staat geen incidentnummer."),)
    assert row.values[Field.MUNICIPALITY] == "Eemsdelta"


def test_an_incident_number_that_excel_rounded_is_refused() -> None:
    assert "afgerond" in refused(INCIDENT="2,0261E+13").reasons[0].reason


def test_an_incident_number_is_kept_in_capitals() -> None:
    assert accepted(INCIDENT=" pl0100-2026100026 ").incident == "PL0100-2026100026"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "geen datum"),
        ("31-02-2026", "bestaat niet"),
        ("29-02-2026", "bestaat niet"),
        ("24-11-2026", "in de toekomst"),
        ("05-12-2027", "in de toekomst"),
        ("01-01-2099", "in de toekomst"),
        ("22-11-1026", "Klopt het jaar"),
        ("ergens in mei", "geen datum"),
    ],
)
def test_without_a_possible_report_date_a_row_is_refused(value: str, words: str) -> None:
    (reason,) = refused(REPORT_DATE=value).reasons
    assert reason.column == "Kolom datum"
    assert words in reason.reason


def test_a_report_of_today_and_of_the_last_leap_day_are_accepted() -> None:
    assert accepted(REPORT_DATE="23-11-2026").reported_on == TODAY
    assert accepted(REPORT_DATE="29-02-2024").reported_on == date(2024, 2, 29)


@pytest.mark.parametrize("value", ["Atlantis", "", "Gemeente", "Eemsdelt"])
def test_without_a_known_municipality_a_row_is_refused(value: str) -> None:
    (reason,) = refused(MUNICIPALITY=value).reasons
    assert reason.column == "Kolom gemeente"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("eemsdelta", "Eemsdelta"),
        (" EEMSDELTA ", "Eemsdelta"),
        ("Gemeente Eemsdelta", "Eemsdelta"),
        ("gem. Eemsdelta", "Eemsdelta"),
        ("Eemsdélta", "Eemsdelta"),
        ("Delfzijl - Appingedam - Loppersum", "Eemsdelta"),
        ("’s-Gravenhage", "'s-Gravenhage"),
        ("s Gravenhage", "'s-Gravenhage"),
        ("den haag", "'s-Gravenhage"),
        ("midden groningen", "Midden-Groningen"),
    ],
)
def test_a_municipality_is_known_in_every_spelling(value: str, name: str) -> None:
    assert accepted(MUNICIPALITY=value).municipality == name


def test_two_municipalities_cannot_share_a_spelling() -> None:
    with pytest.raises(ValueError, match="two municipalities"):
        Municipalities.of({"Eemsdelta": ("Delfzijl",), "Delfzijl": ()})


def test_every_reason_to_refuse_is_told() -> None:
    row = refused(INCIDENT="", REPORT_DATE="31-02-2026", MUNICIPALITY="Atlantis")
    assert [reason.column for reason in row.reasons] == ["Kolom incidentnummer", "Kolom datum", "Kolom gemeente"]


def test_a_row_with_a_fault_in_its_form_is_refused_for_that_alone() -> None:
    fault = Finding(17, "Kolom bsn", "De rest ontbreekt.")
    row = judge(MappedRow(17, USABLE, HEADINGS, fault), KNOWN, TODAY)
    assert row == RefusedRow(17, (fault,), USABLE)


@pytest.mark.parametrize(
    ("value", "bsn"),
    [
        ("266131864", "266131864"),
        ("2661.31.864", "266131864"),
        ("266 131 864", "266131864"),
        ("266-131-864", "266131864"),
        ("'266131864", "266131864"),
        ('="266131864"', "266131864"),
        ("266131864,0", "266131864"),
        ("12345672", "012345672"),  # 0*9+1*8+2*7+3*6+4*5+5*4+6*3+7*2-2 = 110 = 10*11: a leading zero was lost
        ("012345672", "012345672"),
    ],
)
def test_a_bsn_is_read_in_many_ways(value: str, bsn: str) -> None:
    row = accepted(BSN=value)
    assert row.person.bsn == bsn
    assert row.warnings == ()


@pytest.mark.parametrize("value", ["", "onbekend", "geen", "-"])
def test_no_bsn_is_normal(value: str) -> None:
    row = accepted(BSN=value)
    assert row.person.bsn is None
    assert row.warnings == ()


@pytest.mark.parametrize(
    "value", ["123456789", "266131865", "1234567", "2661318640", "000000000", "2,66E+08", "26613186A", "٢٦٦١٣١٨٦٤"]
)
def test_a_bsn_that_fails_the_eleven_test_is_left_empty_with_a_warning(value: str) -> None:
    row = accepted(BSN=value)
    assert row.person.bsn is None
    assert warned_columns(row) == ["Kolom bsn"]
    assert value not in row.warnings[0].reason


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("31-02-1980", "bestaat niet"),
        ("12-05-2031", "in de toekomst"),
        ("24-11-2026", "in de toekomst"),
        ("23-11-2026", "na de datum van de melding"),  # reported on the 22nd
        ("22-11-1906", "meer dan 120 jaar"),
        ("00-00-1905", "meer dan 120 jaar"),
        ("12-05-19", "twee cijfers"),
        ("12-00-1975", "bestaat niet"),
    ],
)
def test_an_impossible_birth_date_is_left_empty_with_a_warning(value: str, words: str) -> None:
    row = accepted(BIRTH_DATE=value)
    assert row.person.birth_date is None
    assert warned_columns(row) == ["Kolom geboortedatum"]
    assert words in row.warnings[0].reason


@pytest.mark.parametrize(
    ("value", "born"),
    [
        ("00-00-1975", PartialDate(1975)),
        ("00-05-1975", PartialDate(1975, 5)),
        ("00-00-0000", None),
        ("onbekend", None),
        ("29-02-1980", PartialDate(1980, 2, 29)),
        ("00-00-2026", PartialDate(2026)),
        ("23-11-1906", PartialDate(1906, 11, 23)),  # 120 years today
        ("00-00-1906", PartialDate(1906)),
    ],
)
def test_a_partly_unknown_or_very_old_birth_date_is_normal(value: str, born: PartialDate | None) -> None:
    row = accepted(BIRTH_DATE=value)
    assert row.person.birth_date == born
    assert row.warnings == ()


def test_a_hundred_and_twenty_years_are_counted_on_a_leap_day_too() -> None:
    leap_day = date(2020, 2, 29)
    values = USABLE | {Field.REPORT_DATE: "28-02-2020", Field.BIRTH_DATE: "28-02-1900"}
    row = judge(MappedRow(17, values, HEADINGS), KNOWN, leap_day)
    assert isinstance(row, AcceptedRow)
    assert row.person.birth_date == PartialDate(1900, 2, 28)


@pytest.mark.parametrize(
    ("value", "sex"),
    [("M", Sex.MALE), ("v", Sex.FEMALE), ("X", Sex.OTHER), ("Man", Sex.MALE), ("vrouw", Sex.FEMALE), ("", None)],
)
def test_sex_is_read_in_letters_and_words(value: str, sex: Sex | None) -> None:
    row = accepted(SEX=value)
    assert row.person.sex == sex
    assert row.warnings == ()


def test_an_unknown_sex_is_nothing_and_another_word_is_doubted() -> None:
    assert accepted(SEX="O").warnings == ()
    assert warned_columns(accepted(SEX="Q")) == ["Kolom geslacht"]


@pytest.mark.parametrize("value", ["9694TJ", "9694 tj", " 9694  TJ", "NL-9694TJ", "9694-TJ"])
def test_a_postcode_is_written_in_one_way(value: str) -> None:
    row = accepted(POSTCODE=value)
    assert row.person.postcode == "9694 TJ"
    assert row.warnings == ()


def test_letters_that_no_postcode_has_are_no_reason_to_warn() -> None:
    """PostNL gives no SS; but the text is kept whole, so nothing is left empty of which somebody must be told."""
    row = accepted(POSTCODE="9694ss")
    assert (row.person.postcode, row.warnings) == ("9694 SS", ())


@pytest.mark.parametrize("value", ["0694 TJ", "9694", "9694 S5", "26789", "9694 TJX"])
def test_an_impossible_postcode_is_kept_with_a_warning(value: str) -> None:
    row = accepted(POSTCODE=value)
    assert row.person.postcode == value
    assert warned_columns(row) == ["Kolom postcode"]


def test_an_impossible_time_is_left_empty_with_a_warning() -> None:
    row = accepted(REPORT_TIME="25:10")
    assert row.reported_at is None
    assert warned_columns(row) == ["Kolom tijd"]


def test_a_time_beside_the_date_is_used_when_there_is_no_other() -> None:
    assert accepted(REPORT_DATE="22-11-2026 23:40").reported_at == time(23, 40)
    assert accepted(REPORT_DATE="22-11-2026 23:40", REPORT_TIME="22:15").reported_at == time(22, 15)
    assert warned_columns(accepted(REPORT_DATE="22-11-2026 25:40")) == ["Kolom tijd"]


@pytest.mark.parametrize(
    ("surname", "prefix", "read"),
    [
        ("Vegt", "van der", ("Vegt", "van der")),
        ("van der Vegt", "", ("Vegt", "van der")),
        ("Vegt, van der", "", ("Vegt", "van der")),
        ("Vegt, van der", "van der", ("Vegt", "van der")),
        ("van der Vegt", "van der", ("Vegt", "van der")),
        ("van der Vegt", "de", ("van der Vegt", "de")),
        ("v.d. Vegt", "", ("Vegt", "v.d.")),
        ("'t Hart", "", ("Hart", "'t")),
        ("VAN DE WAL", "", ("WAL", "VAN DE")),
        ("Hemma van Allemanië", "", ("Hemma van Allemanië", "")),
        ("De", "", ("De", "")),
        ("van den", "", ("den", "van")),
        ("Vegt, Y.", "", ("Vegt, Y.", "")),
        (", van", "", (", van", "")),
        ("Kallen-Bakker", "", ("Kallen-Bakker", "")),
        ("onbekend", "", ("", "")),
        ("Vegt\x00\x07", "van\tder", ("Vegt", "van der")),
    ],
)
def test_the_prefix_is_found_where_it_stands(surname: str, prefix: str, read: tuple[str, str]) -> None:
    person = accepted(SURNAME=surname, PREFIX=prefix).person
    assert (person.surname, person.prefix) == read


def test_a_character_that_could_not_be_read_is_warned_about_once() -> None:
    row = accepted(FIRST_NAMES="Jo�lle", NOTES="�", POSTCODE="96�4 TJ")
    assert row.person.first_names == "Jo�lle"
    assert sorted(warned_columns(row)) == ["Kolom postcode", "Kolom toelichting", "Kolom voornamen"]


def test_a_field_without_a_column_is_not_known() -> None:
    row = judge(MappedRow(2, USABLE, {field: field for field in USABLE}), KNOWN, TODAY)
    assert isinstance(row, AcceptedRow)
    assert row.person.bsn is None


def test_what_is_too_long_is_cut_off_with_a_warning() -> None:
    assert warned_columns(accepted(SURNAME="x" * 120)) == []
    row = accepted(SURNAME="x" * 121)
    assert row.person.surname == "x" * 120
    assert warned_columns(row) == [f"Kolom {Field.SURNAME}"]


def test_a_field_without_a_heading_is_named_by_what_it_is() -> None:
    row = judge(MappedRow(17, {**USABLE, Field.SEX: "zij"}, {}), KNOWN, TODAY)
    assert isinstance(row, AcceptedRow)
    assert warned_columns(row) == [Field.SEX]


def test_the_longest_incident_number_fits() -> None:
    assert accepted(INCIDENT="1" * 40).incident == "1" * 40
    assert [each.column for each in refused(INCIDENT="1" * 41).reasons] == [f"Kolom {Field.INCIDENT}"]


def test_a_report_of_twenty_calendar_years_ago_is_read_and_a_birth_on_the_day_of_the_report_too() -> None:
    assert accepted(REPORT_DATE="01-01-2006").reported_on == date(2006, 1, 1)
    assert refused(REPORT_DATE="31-12-2005")
    assert warned_columns(accepted(BIRTH_DATE="22-11-2026")) == []
    assert warned_columns(accepted(BIRTH_DATE="23-11-2026")) == [f"Kolom {Field.BIRTH_DATE}"]


def test_a_list_for_one_municipality_is_read_for_no_other() -> None:
    own = Municipalities.of({"Eemsdelta": (), "Ooststellingwerf": ("Oosterwolde",)}, "Eemsdelta")
    for name, is_own in (("Eemsdelta", True), ("Oosterwolde", False)):
        row = judge(MappedRow(17, {**USABLE, Field.MUNICIPALITY: name}, HEADINGS), own, TODAY)
        assert isinstance(row, AcceptedRow) is is_own
        if isinstance(row, RefusedRow):
            assert [each.reason for each in row.reasons] == [OF_ANOTHER_MUNICIPALITY]
