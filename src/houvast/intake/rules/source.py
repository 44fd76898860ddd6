"""From bytes to rows of cells with the line each one starts on.

A list comes from another organisation's export: the encoding, separator and line ends are found out, not assumed.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from houvast.intake.rules.finding import Finding
from houvast.intake.rules.spelling import UNREADABLE, clean

MAX_BYTES = 20 * 1024 * 1024
# *Verzonnen*, and far beyond any list: more lines or longer ones are no list, and would only keep the server busy.
MAX_LINES = 100_000
LONGEST_LINE = 500_000
LONGEST_HEADER = 20_000
# A text in one cell may hold line ends; more lines than this are a quotation mark that somebody forgot to close.
MAX_LINES_PER_ROW = 100
SEPARATORS = (";", ",", "\t", "|")

_SEPARATOR_NAMES = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "rechte streep"}
_SEPARATOR_LINE = re.compile(r'"?sep=([;,\t|])"?', re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_END_OF_FILE = "\x1a"  # what DOS programs write as the last character

_OPEN_QUOTE = (
    "Een aanhalingsteken op deze regel wordt niet gesloten. Daardoor is niet te zien waar een cel begint en eindigt."
)
_NO_HEADER = "Er is geen kopregel gevonden. De eerste regel noemt de kolommen, gescheiden door een puntkomma of komma."
_TOO_LONG = "Een cel op deze regel is te lang om te lezen."


class SourceError(Exception):
    """The file as a whole cannot be read. The message is one Dutch sentence or two that say what to do."""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The cells of one row as they stand, the line it starts on (header = 1), and what is wrong with its form.

    `is_short`: all that is wrong is that the last cells are not there, as when an export drops empty ones.
    """

    number: int
    cells: tuple[str, ...]
    fault: Finding | None = None
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, and the rows one by one. `rows` can be walked once."""

    headings: tuple[str, ...]
    rows: Iterator[SourceRow]


@dataclass(frozen=True, slots=True)
class _Record:
    cells: tuple[str, ...]
    fault: str | None = None


def read_table(content: bytes) -> Table:
    """The table in a file. SourceError when the file holds no readable table."""
    lines = _Lines(_decode(content))
    separator, heading_cells = _header(lines)
    headings = tuple(clean(cell) for cell in _without_empty_end(heading_cells, 0))
    return Table(headings, _rows(lines, separator, headings))


def _decode(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise SourceError("Het bestand is groter dan 20 MB. Splits de lijst en lever de delen apart aan.")
    if content.startswith(_WORKBOOKS):
        raise SourceError("Dit is een werkmap of zip-bestand, geen CSV. Bewaar het blad in Excel als CSV.")
    # A stray zero byte spoils its own cell only; where they stand everywhere, the header shows that this is no text.
    text = _text(content).rstrip(_END_OF_FILE).replace("\0", UNREADABLE)
    if not text.strip():
        raise SourceError("Het bestand is leeg.")
    if text.count("\n") + text.count("\r") > 2 * MAX_LINES:
        raise SourceError(
            f"Het bestand heeft meer dan {MAX_LINES} regels. Splits de lijst en lever de delen apart aan."
        )
    return text


def _text(content: bytes) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise SourceError("Het bestand is beschadigd: niet alle tekens zijn te lezen.") from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Lists of two makes may have been pasted together, so each line is read by itself.
        return "".join(_line(line) for line in content.splitlines(keepends=True))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        # Windows-1252 leaves five bytes undefined; a row with one is kept, with a warning at the cell.
        return line.decode("cp1252", errors="replace")


class _Lines:
    """The lines of a text, ended by CRLF, LF or CR, with a number; one can step back to an earlier place."""

    def __init__(self, text: str) -> None:
        self._stream = io.StringIO(text, newline="")
        self.number = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._stream.readline()
        if not line:
            raise StopIteration
        self.number += 1
        return line

    @property
    def place(self) -> tuple[int, int]:
        return self._stream.tell(), self.number

    def back_to(self, place: tuple[int, int]) -> None:
        offset, self.number = place
        self._stream.seek(offset)


def _header(lines: _Lines) -> tuple[str, tuple[str, ...]]:
    separators: tuple[str, ...] = SEPARATORS
    for line in lines:
        named = _SEPARATOR_LINE.fullmatch(line.strip("\r\n"))
        if named and separators == SEPARATORS:
            separators = (named.group(1),)
            continue
        if line.strip():
            break
    if _CONTROL.search(line) or UNREADABLE in line:
        raise SourceError("Het bestand is geen leesbare tekst. Bewaar de lijst als CSV.")
    if len(line) > LONGEST_HEADER:
        raise SourceError(_NO_HEADER)
    readings = [(separator, _cells(line, separator)) for separator in separators]
    separator, cells = max(readings, key=lambda reading: len(reading[1]))
    if len(cells) < 2:
        raise SourceError(_NO_HEADER)
    return separator, cells


def _rows(lines: _Lines, separator: str, headings: tuple[str, ...]) -> Iterator[SourceRow]:
    repeated = [heading.casefold() for heading in headings]
    for line in lines:
        if line.isspace():
            continue
        number = lines.number
        record = _record(line, lines, separator, len(headings))
        cells = _without_empty_end(record.cells, len(headings))
        if not any(cell.strip() for cell in cells) or [clean(cell).casefold() for cell in cells] == repeated:
            continue  # an empty line, or the header again where two lists were pasted together
        is_short = record.fault is None and len(cells) < len(headings)
        yield SourceRow(number, cells, _fault(number, cells, record.fault, headings, separator), is_short)


def _without_empty_end(cells: tuple[str, ...], keep: int) -> tuple[str, ...]:
    """The cells without the empty ones at the end, which spreadsheets add; the first `keep` always stay."""
    width = len(cells)
    while width > keep and not cells[width - 1].strip():
        width -= 1
    return cells[:width]


def _record(line: str, lines: _Lines, separator: str, width: int) -> _Record:
    """The record that starts with this line; where a cell holds line ends, the lines it needs are read too.

    A quotation mark that is never closed would swallow the rows after it. So when the lines together make no valid
    record, or one of them is a whole row on its own, only the first line is taken, and marked.
    """
    if len(line) > LONGEST_LINE:
        return _Record((line[:100],), _TOO_LONG)
    try:
        first, is_open = _first_line(line, separator)
    except csv.Error:
        return _Record((line[:100],), _TOO_LONG)
    if not is_open:
        return _Record(first)
    place = lines.place
    taken: list[str] = []
    try:
        reader = csv.reader(
            chain([line], _remembering(islice(lines, MAX_LINES_PER_ROW - 1), taken)), delimiter=separator, strict=True
        )
        cells = tuple(next(reader))
    except csv.Error:
        lines.back_to(place)
        return _Record(first, _OPEN_QUOTE)
    if any(_is_whole_row(one, separator, width) for one in taken):
        lines.back_to(place)
        return _Record(first, _OPEN_QUOTE)
    return _Record(cells)


def _first_line(line: str, separator: str) -> tuple[tuple[str, ...], bool]:
    """The cells of this line alone, and whether its last cell goes on: then the reader asks for another line."""
    reader = csv.reader([line, ""], delimiter=separator)
    cells = tuple(next(reader))
    return cells, reader.line_num > 1


def _remembering(lines: Iterator[str], taken: list[str]) -> Iterator[str]:
    for line in lines:
        taken.append(line)
        yield line


def _is_whole_row(line: str, separator: str, width: int) -> bool:
    return line.count('"') % 2 == 0 and len(_cells(line, separator)) == width


def _cells(line: str, separator: str) -> tuple[str, ...]:
    try:
        return _first_line(line, separator)[0]
    except csv.Error:
        return ()


def _fault(
    number: int, cells: tuple[str, ...], fault: str | None, headings: tuple[str, ...], separator: str
) -> Finding | None:
    if fault is not None:
        return Finding(number, headings[min(len(cells), len(headings)) - 1], fault)
    if len(cells) < len(headings):
        counted = f"Deze regel heeft {len(cells)} van de {len(headings)} cellen."
        return Finding(number, headings[len(cells)], f"{counted} De rest ontbreekt.")
    if len(cells) > len(headings):
        name = _SEPARATOR_NAMES[separator]
        counted = f"Deze regel heeft {len(cells)} cellen, de kopregel {len(headings)}."
        return Finding(number, headings[-1], f"{counted} Staat er een {name} in een tekst zonder aanhalingstekens?")
    return None
