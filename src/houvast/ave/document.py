"""A model file as read: its TOML, the lines on which things stand, and the file that it extends."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from houvast.ave.finding import Finding, ModelError, Place, Problem

SHIPPED = Path(__file__).parent / "models"
LONGEST_CHAIN = 10
OWN_KEYS = ("code", "titel", "versie", "bron")

_PART = r"(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)"
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]")
_ASSIGNMENT = re.compile(rf"\s*({_DOTTED})\s*=")
_POSITION = re.compile(r"at line (\d+)")


@dataclass(frozen=True)
class Document:
    """One file and, through `base`, the files that it builds on."""

    where: str
    raw: Mapping[str, object]
    lines: Mapping[Place, int]
    base: "Document | None"

    def chain(self) -> Iterator["Document"]:
        """This file first, the one that everything rests on last."""
        yield self
        if self.base is not None:
            yield from self.base.chain()

    def merged(self) -> Mapping[str, object]:
        """The content with everything it extends filled in."""
        return self.raw if self.base is None else merge(self.base.merged(), self.raw)

    def finding(self, problem: Problem) -> Finding:
        """Say in which file of the chain a problem stands; a missing key is placed at its nearest table."""
        for length in range(len(problem.place), 0, -1):
            for document in self.chain():
                line = document.lines.get(problem.place[:length])
                if line is not None:
                    return _finding(document.where, problem, line)
        return _finding(self.where, problem, None)


def merge(base: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """Lay `own` over `base`: named tables are merged, everything else replaces.

    Criteria are replaced as a whole: "all of these" merged with "one of these" would be neither.
    """
    merged = dict(base)
    for key, value in own.items():
        below = merged.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping) and key != "criteria":
            merged[key] = merge(below, value)
        else:
            merged[key] = value
    return merged


def read_document(path: Path, depth: int = 0) -> Document:
    """Read a file and what it extends. Raises ModelError when a file cannot be read or understood."""
    where = str(path)
    if depth > LONGEST_CHAIN:
        _refuse(where, "Dit model bouwt op zichzelf.", f"Hoogstens {LONGEST_CHAIN} modellen bouwen op elkaar.")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        _refuse(where, "Dit bestand is geen UTF-8.", "Anders worden letters als ë en é verminkt. Sla het op als UTF-8.")
    except (OSError, ValueError):
        _refuse(where, "Dit bestand is niet te lezen.", "Het bestaat niet, of u mag het niet openen.")
    return parse_document(text, where, depth)


def parse_document(text: str, where: str, depth: int = 0) -> Document:
    """Understand the text of a model file; `where` is its name in findings and the start of relative paths."""
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError((_syntax_finding(where, str(error)),)) from error
    extends = raw.get("breidt_uit")
    base = None
    if isinstance(extends, str):
        base = _nameless(read_document(_base_path(extends, where), depth + 1))
    return Document(where, raw, _lines(text), base)


def refuse_strange_base(text: str, where: str) -> None:
    """Raise ModelError when a text from outside builds on anything but a model that comes with the software.

    A path in such a text would be a path on the server. What is wrong with the text otherwise is found later.
    """
    try:
        extends = tomllib.loads(text).get("breidt_uit")
    except (ValueError, RecursionError):
        return
    if isinstance(extends, str) and extends not in {path.stem for path in SHIPPED.glob("*.toml")}:
        what = "Dit model bouwt op een model dat niet bij Houvast hoort."
        why = "Een bestand dat u kiest, kan alleen een model uitbreiden dat bij Houvast zit, zoals landelijk."
        raise ModelError((Finding("fout", where, "breidt_uit", _lines(text).get(("breidt_uit",)), what, why),))


def _nameless(base: Document) -> Document:
    """Leave out how the base calls itself: a variant that forgets its own code must not pass for the base."""
    return replace(
        base,
        raw={key: value for key, value in base.raw.items() if key not in OWN_KEYS},
        lines={place: line for place, line in base.lines.items() if place[0] not in OWN_KEYS},
    )


def _base_path(extends: str, where: str) -> Path:
    if extends.endswith(".toml"):
        return Path(where).parent / extends
    return SHIPPED / f"{extends}.toml"


def _lines(text: str) -> dict[Place, int]:
    """Where each table and key stands, for the findings. tomllib does not tell, so look for it."""
    lines: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif assignment := _ASSIGNMENT.match(line):
            lines.setdefault(table + _parts(assignment[1]), number)
    return lines


def _parts(dotted: str) -> Place:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _syntax_finding(where: str, message: str) -> Finding:
    position = _POSITION.search(message)
    line = int(position[1]) if position else None
    if message.startswith("Cannot"):
        what = "Dezelfde sleutel of tabel staat er twee keer."
        why = "Het is dan niet duidelijk welke van de twee geldt."
    else:
        what = "Dit is geen geldige TOML."
        why = "Vaak ontbreekt op of boven deze regel een aanhalingsteken, een haakje of een is-teken."
    return Finding("fout", where, "", line, what, why)


def _finding(where: str, problem: Problem, line: int | None) -> Finding:
    return Finding(problem.severity, where, ".".join(problem.place), line, problem.what, problem.why)


def _refuse(where: str, what: str, why: str) -> NoReturn:
    raise ModelError((Finding("fout", where, "", None, what, why),))
