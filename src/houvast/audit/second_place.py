"""The second place of checkpoints: a file outside the database to which lines are added, and nothing else."""

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from houvast.audit.rules.checkpoints import Checkpoint, read_checkpoint

_BLOCK = 64 * 1024


def checkpoints_in(file: Path) -> Iterator[Checkpoint]:
    """Give the checkpoints in a file, line by line.

    What is no checkpoint is passed over: a line that broke off is written again, and one that is missing shows because
    the next one does not follow.
    """
    with file.open("rb") as lines:
        for line in lines:
            checkpoint = read_checkpoint(line)
            if checkpoint is not None:
                yield checkpoint


def newest_in(file: Path) -> Checkpoint | None:
    """Give the last checkpoint in a file, read from its end; None when there is none."""
    if not file.exists():
        return None
    with file.open("rb") as lines:
        at, end = lines.seek(0, os.SEEK_END), b""
        while at > 0:
            begin = max(0, at - _BLOCK)
            lines.seek(begin)
            end, at = lines.read(at - begin) + end, begin
            told = [read_checkpoint(line) for line in end.split(b"\n")[0 if at == 0 else 1 :]]
            found = [checkpoint for checkpoint in told if checkpoint is not None]
            if found:
                return found[-1]
    return None


def newest_moment_in(file: Path) -> datetime | None:
    """Say when the last checkpoint in a file was made; None when there is none, or when it cannot be read."""
    try:
        newest = newest_in(file)
        return datetime.fromisoformat(newest.at) if newest else None
    except (OSError, ValueError):
        return None


def add(file: Path, following: Callable[[Checkpoint | None], Iterable[Checkpoint]]) -> int:
    """Add what follows the last checkpoint in the file, one process at a time; give how many were added."""
    file.parent.mkdir(parents=True, exist_ok=True)
    written = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(written, "r+b", buffering=0) as lines:
        fcntl.flock(lines, fcntl.LOCK_EX)
        added = 0
        size = lines.seek(0, os.SEEK_END)
        broke_off = size > 0 and os.pread(written, 1, size - 1) != b"\n"
        for checkpoint in following(newest_in(file)):
            line = json.dumps(checkpoint.as_told(), separators=(",", ":")).encode() + b"\n"
            _write(written, b"\n" + line if broke_off else line)
            broke_off, added = False, added + 1
        os.fsync(written)
    return added


def _write(to: int, data: bytes) -> None:
    while data:
        data = data[os.write(to, data) :]
