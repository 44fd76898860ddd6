"""Documents for residents as a PDF, set by a process of its own."""

import json
import subprocess
import sys
import unicodedata
from collections.abc import Mapping

from houvast.kernel.errors import Invalid
from houvast.web import typesetting

NO_SIGN = "[teken]"
_SIGNS = (
    range(0x20, 0x250),
    range(0x370, 0x460),
    range(0x1E00, 0x1F00),
    range(0x2010, 0x2028),
    range(0x2030, 0x203B),
    range(0x20AC, 0x20AD),
)
_NO_LETTER = {"Cc", "Cf", "Cn", "Co", "Cs"}
_NOT_MADE = "Het document is niet gemaakt. Probeer het opnieuw, of geef het andere bestand."
_PATIENCE = typesetting.SECONDS + 10


def as_pdf(document: str, data: Mapping[str, object]) -> bytes:
    """Set one of `typesetting.SOURCES`. Raises `Invalid` when it is more than the limits of that process hold."""
    command = [sys.executable, "-I", "-m", typesetting.__name__]
    told = json.dumps({"document": document, "data": _printable(data)}, ensure_ascii=False).encode()
    try:
        done = subprocess.run(command, input=told, capture_output=True, timeout=_PATIENCE, env={}, check=True)
    except (subprocess.SubprocessError, OSError) as failed:
        raise Invalid({"": _NOT_MADE}) from failed
    return done.stdout


def _printable(value: object) -> object:
    """Give a document with only signs that the fonts of the document have: PDF/UA allows no sign that does not show.

    Latin, Greek and Cyrillic stay. Anything else, such as a face or another script, is said to be a sign; it is in the
    other file.
    """
    if isinstance(value, str):
        return "".join(_sign(sign) for sign in unicodedata.normalize("NFC", value))
    if isinstance(value, Mapping):
        return {name: _printable(each) for name, each in value.items()}
    return [_printable(each) for each in value] if isinstance(value, list | tuple) else value


def _sign(sign: str) -> str:
    if sign == "\n":
        return sign
    if sign.isspace():
        return " "
    shows = any(ord(sign) in signs for signs in _SIGNS) and unicodedata.category(sign) not in _NO_LETTER
    return sign if shows else NO_SIGN
