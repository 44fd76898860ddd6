"""An export of the log: one file of JSON lines that proves itself to who has the public key, without a database.

The first line says what it is; then come the checkpoints in their order, and then each chain with its rows.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from houvast.audit.proof import ChainRows, Found, verified
from houvast.audit.rules.checkpoints import Checkpoint
from houvast.audit.rules.rows import Row
from houvast.audit.second_place import checkpoints_in

VERSION = 1
_NOWHERE = "?"


def lines(
    checkpoints: Iterable[Checkpoint], chains: Iterable[ChainRows], *, made_at: str, public_key: str
) -> Iterator[str]:
    """Give the lines of an export, one at a time."""
    yield _line({"kind": "export", "version": VERSION, "made_at": made_at, "public_key": public_key})
    for checkpoint in checkpoints:
        yield _line(checkpoint.as_told())
    for chain in chains:
        yield _line({"kind": "chain", "name": chain.name})
        for row in chain.rows:
            yield _line({"kind": "entry", "content": row.content, "previous_hash": row.previous_hash, "hash": row.hash})


def verify_export(file: Path, outside: Path | None = None) -> Found:
    """Verify an export, and that it has every checkpoint of the file `outside` when one is given."""
    return verified(
        _chains(file),
        inside=lambda: checkpoints_in(file),
        outside=lambda: checkpoints_in(outside) if outside else (),
        only_signed=True,
    )


def is_export(file: Path) -> bool:
    """Say whether a file begins as an export does."""
    with file.open("rb") as told:
        first = _read(told.readline())
    return first.get("kind") == "export" and first.get("version") == VERSION


def _line(told: dict[str, object]) -> str:
    return json.dumps(told, separators=(",", ":")) + "\n"


def _read(line: bytes) -> dict[str, object]:
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _chains(file: Path) -> Iterator[ChainRows]:
    for (_, name), rows in groupby(_rows(file), lambda found: found[0]):
        yield ChainRows(name, (row for _, row in rows))


def _rows(file: Path) -> Iterator[tuple[tuple[int, str], Row]]:
    """Give each row with the part of the file in which it stands. What cannot be read is a row that cannot stand."""
    part = 0, _NOWHERE
    with file.open("rb") as told:
        for line in told:
            read = _read(line)
            if read.get("kind") == "chain":
                part = part[0] + 1, str(read.get("name"))
            elif read.get("kind") not in ("export", "checkpoint"):
                content = read.get("content")
                said = content if isinstance(content, dict) else {}
                yield part, Row(said, str(read.get("previous_hash")), str(read.get("hash")))
