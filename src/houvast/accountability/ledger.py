"""The ledger: what was destroyed, in a file outside the database and its backup. Lines are only added.

Each line has a mark over itself and the line before it, under the audit key, so that a line that was changed, put in
or taken out shows. It holds ids, codes and days, as a certificate does.
"""

import fcntl
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from houvast.kernel.errors import HouvastError

_FILE = "vernietigd.jsonl"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600

Line = Mapping[str, object]


class BrokenLedger(HouvastError):
    """The ledger is not as it was written."""


def _path() -> Path:
    return Path(settings.HOUVAST_LEDGER) / _FILE


def _mark(before: str, line: Line, key: bytes) -> str:
    said = json.dumps(line, sort_keys=True, separators=(",", ":"))
    return hmac.new(key, f"{before}{said}".encode(), hashlib.sha256).hexdigest()


def _fits(mark: str, before: str, line: Line) -> bool:
    """Say whether a mark is that of a line, under the audit key or one that came before it."""
    keys = (settings.HOUVAST_AUDIT_KEY, *settings.HOUVAST_OLD_AUDIT_KEYS)
    return any(hmac.compare_digest(mark, _mark(before, line, key)) for key in keys)


def read_ledger() -> list[Line]:
    """Read all lines, in the order in which they were written. Raises `BrokenLedger`."""
    return [line for _, line in _marked()]


def _marked() -> list[tuple[str, Line]]:
    if not _path().is_file():
        return []
    read: list[tuple[str, Line]] = []
    for number, text in enumerate(_path().read_text(encoding="utf-8").splitlines(), start=1):
        before = read[-1][0] if read else ""
        try:
            kept = json.loads(text)
            line, mark = kept["line"], str(kept["mark"])
        except (ValueError, KeyError, TypeError):
            line, mark = {}, ""
        if not _fits(mark, before, line):
            raise BrokenLedger(
                f"Regel {number} van de lijst van vernietigingen klopt niet ({_path()}). Zet een kopie terug."
            )
        read.append((mark, line))
    return read


def add_to_ledger(line: Line) -> None:
    """Add a line, unless one with its id is there; it is on the disk before this returns. Raises `BrokenLedger`."""
    _path().parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
    with os.fdopen(os.open(_path(), os.O_RDWR | os.O_CREAT | os.O_APPEND, _FILE_MODE), "a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        marked = _marked()
        if any(each["id"] == line["id"] for _, each in marked):
            return
        before = marked[-1][0] if marked else ""
        file.write(
            json.dumps({"line": line, "mark": _mark(before, line, settings.HOUVAST_AUDIT_KEY)}, sort_keys=True) + "\n"
        )
        file.flush()
        os.fsync(file.fileno())
