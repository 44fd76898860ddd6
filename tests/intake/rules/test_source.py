import codecs

import pytest
from tests.sentences import is_sentence

from houvast.intake.rules.source import (
    LONGEST_LINE,
    MAX_BYTES,
    MAX_LINES,
    MAX_LINES_PER_ROW,
    SourceError,
    SourceRow,
    read_table,
)

HEADER = "Nummer;Naam;Tekst"


def rows(text: str, encoding: str = "utf-8") -> list[SourceRow]:
    return list(read_table(text.encode(encoding)).rows)


def cells(text: str) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in rows(text)]


@pytest.mark.parametrize(
    "content",
    [
        f"{HEADER}\r\n1;Joëlle;één".encode(),
        codecs.BOM_UTF8 + f"{HEADER}\r\n1;Joëlle;één".encode(),
        f"{HEADER}\r\n1;Joëlle;één".encode("cp1252"),
        f"{HEADER}\r\n1;Joëlle;één".encode("utf-16"),
        codecs.BOM_UTF16_BE + f"{HEADER}\r\n1;Joëlle;één".encode("utf-16-be"),
        f"{HEADER}\n1;Joëlle;één\n".encode(),
        f"{HEADER}\r1;Joëlle;één\r".encode(),
        "Nummer,Naam,Tekst\n1,Joëlle,één".encode(),
        "Nummer\tNaam\tTekst\n1\tJoëlle\téén".encode(),
        '"Nummer";"Naam";"Tekst"\n"1";"Joëlle";"één"'.encode(),
        f"{HEADER}\r\n1;Joëlle;één\r\n\x1a".encode(),
    ],
)
def test_every_encoding_separator_and_line_end_gives_the_same_table(content: bytes) -> None:
    table = read_table(content)
    assert table.headings == ("Nummer", "Naam", "Tekst")
    assert [row.cells for row in table.rows] == [("1", "Joëlle", "één")]


def test_the_euro_sign_and_curly_quotes_of_windows_are_read() -> None:
    assert rows(f"{HEADER}\n1;a;€ “ja”", "cp1252")[0].cells[2] == "€ “ja”"


def test_a_byte_that_windows_does_not_know_is_marked_in_its_cell() -> None:
    content = HEADER.encode() + b"\n1;Jo\x81lle \xeb;ok"
    assert next(read_table(content).rows).cells[1] == "Jo\N{REPLACEMENT CHARACTER}lle ë"


def test_empty_lines_are_skipped_but_counted() -> None:
    text = f"{HEADER}\n\n1;a;x\n   \n;;\n2;b;y\n\n\n"
    assert cells(text) == [(3, ("1", "a", "x")), (6, ("2", "b", "y"))]


def test_empty_lines_before_the_header_are_counted_too() -> None:
    assert cells(f"\n\n{HEADER}\n1;a;x") == [(4, ("1", "a", "x"))]


def test_a_text_over_several_lines_is_one_row_at_the_line_where_it_starts() -> None:
    text = f'{HEADER}\n1;a;"een\r\ntwee; en ""drie"""\n2;b;y'
    assert cells(text) == [(2, ("1", "a", 'een\r\ntwee; en "drie"')), (4, ("2", "b", "y"))]


def test_a_line_of_a_text_that_would_be_too_long_by_itself_is_part_of_the_text() -> None:
    """In a quoted text two quotation marks are one: the line is twice as long as what it says."""
    marks = '"' * 70_000
    text = f'{HEADER}\n1;a;"een\nx{marks}{marks}\neinde"\n2;b;y'
    assert cells(text) == [(2, ("1", "a", f"een\nx{marks}\neinde")), (5, ("2", "b", "y"))]


def test_a_text_over_several_lines_may_stand_in_the_first_column() -> None:
    assert cells('Tekst;Nummer;Naam\n"een\ntwee";1;a\nx;2;b') == [(2, ("een\ntwee", "1", "a")), (4, ("x", "2", "b"))]


def test_a_quotation_mark_that_is_never_closed_spoils_only_its_own_row() -> None:
    found = rows(f'{HEADER}\n1;a;"kapot\n2;b;heel\n3;c;heel')
    assert [row.number for row in found] == [2, 3, 4]
    assert found[0].fault is not None
    assert found[0].fault.column == "Tekst"
    assert "aanhalingsteken" in found[0].fault.reason
    assert [row.fault for row in found[1:]] == [None, None]


def test_a_later_quoted_text_does_not_close_the_forgotten_quotation_mark() -> None:
    found = rows(f'{HEADER}\n1;a;"kapot\n2;b;"heel"\n3;c;"ook; heel"')
    assert [(row.number, row.cells[0], row.fault is None) for row in found] == [
        (2, "1", False),
        (3, "2", True),
        (4, "3", True),
    ]


def test_two_forgotten_quotation_marks_do_not_swallow_what_stands_between() -> None:
    found = rows(f'{HEADER}\n1;a;"kapot\n2;b;heel\n"3;c;x\n4;d;y')
    assert [row.cells[0] for row in found if row.fault is None] == ["2", "4"]


def test_a_row_between_two_quotation_marks_is_not_swallowed() -> None:
    found = rows(f'{HEADER}\n1;a;"kapot\n2;b;heel\neinde"\n3;c;heel')
    assert [row.cells[0] for row in found if row.fault is None] == ["2", "3"]


def test_a_text_of_endlessly_many_lines_is_a_forgotten_quotation_mark() -> None:
    long_text = "\n".join(["regel"] * (MAX_LINES_PER_ROW + 1))
    found = rows(f'{HEADER}\n1;a;"{long_text}"\n2;b;heel')
    assert found[0].fault is not None
    assert found[-1].cells == ("2", "b", "heel")


def test_a_cell_too_long_to_read_spoils_only_its_own_row() -> None:
    found = rows(f"{HEADER}\n1;a;{'x' * 200_000}\n2;b;y")
    assert found[0].fault is not None
    assert "te lang" in found[0].fault.reason
    assert found[1] == SourceRow(3, ("2", "b", "y"))


def test_a_quotation_mark_inside_a_text_is_a_character() -> None:
    assert cells(f'{HEADER}\n1;a;hij zei "ja" en ging') == [(2, ("1", "a", 'hij zei "ja" en ging'))]


def test_a_row_with_too_few_cells_names_the_first_column_it_lacks() -> None:
    fault = rows(f"{HEADER}\n1")[0].fault
    assert fault is not None
    assert (fault.row, fault.column) == (2, "Naam")
    assert fault.reason == "Deze regel heeft 1 van de 3 cellen. De rest ontbreekt."


def test_a_row_with_too_many_cells_asks_for_the_separator_in_a_text() -> None:
    fault = rows(f"{HEADER}\n1;a;x;y")[0].fault
    assert fault is not None
    assert (fault.row, fault.column) == (2, "Tekst")
    assert "puntkomma" in fault.reason


def test_empty_cells_at_the_end_do_no_harm() -> None:
    table = read_table(f"{HEADER};;\n1;a;x;;;\n2;b;y".encode())
    assert table.headings == ("Nummer", "Naam", "Tekst")
    assert [(row.cells, row.fault) for row in table.rows] == [(("1", "a", "x"), None), (("2", "b", "y"), None)]


def test_a_header_that_is_repeated_is_no_row() -> None:
    assert [number for number, _ in cells(f"{HEADER}\n1;a;x\nnummer; naam;TEKST\n2;b;y")] == [2, 4]


def test_the_line_that_tells_excel_the_separator_is_no_header() -> None:
    table = read_table(b"sep=,\nNummer,Naam;x,Tekst\n1,a,b")
    assert table.headings == ("Nummer", "Naam;x", "Tekst")
    assert next(table.rows).number == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "leeg"),
        (b"  \r\n\n", "leeg"),
        (codecs.BOM_UTF8, "leeg"),
        (b"\x1a", "leeg"),
        (b"x" * (MAX_BYTES + 1), "20 MB"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\xd0\xcf\x11\xe0rest", "Excel"),
        ("a;b\n1;2".encode("utf-16-le"), "geen leesbare tekst"),
        (codecs.BOM_UTF16_LE + b"a", "beschadigd"),
        (codecs.BOM_UTF8 + b"a;\xff", "beschadigd"),
        (b"\x89PNG;\x01\x02\n1;2", "geen leesbare tekst"),
        (b"\x81;\xff\n1;2", "geen leesbare tekst"),
        (b"alleen tekst\nzonder kolommen", "kopregel"),
        (b"sep=;\n\n", "kopregel"),
        (b'"' + b"x" * 200_000 + b"\n", "kopregel"),
    ],
)
def test_a_file_that_is_no_list_gives_one_clear_error(content: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read_table(content)
    assert is_sentence(str(caught.value))


def test_more_lines_than_any_list_has_are_told_before_they_are_read() -> None:
    with pytest.raises(SourceError, match="meer dan 100000 regels"):
        read_table(b"a;b\n" + b"\n" * (2 * MAX_LINES))


def test_an_endless_line_spoils_only_its_own_row_and_is_no_header() -> None:
    endless = b";" * (LONGEST_LINE + 1)
    table = read_table(b"a;b\n" + endless + b"\n1;2\n")
    spoiled, good = table.rows
    assert spoiled.fault is not None
    assert (spoiled.number, spoiled.fault.reason) == (2, "Een cel op deze regel is te lang om te lezen.")
    assert good == SourceRow(3, ("1", "2"))
    with pytest.raises(SourceError, match="geen kopregel"):
        read_table(endless + b"\n1;2\n")
