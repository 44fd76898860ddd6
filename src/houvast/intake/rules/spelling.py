"""How texts are tidied and compared: the same name must be the same in every encoding and spelling."""

import re
import unicodedata

# Excel is made to keep leading zeros with ="0332"; the wrapping is no part of the value.
_EXCEL_TEXT = re.compile(r'="(.*)"', re.DOTALL)
# Letters that Unicode does not take apart into a letter and an accent.
_WITHOUT_STROKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
_NO_VALUE = frozenset({"", "onbekend", "onb", "nvt", "nn", "nnb"})
UNREADABLE = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    """One line without control characters, surrounding space or double spaces; accents as single characters."""
    wrapped = _EXCEL_TEXT.fullmatch(text.strip())
    if wrapped:
        text = wrapped.group(1)
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(_visible(character) for character in text)
    return " ".join(text.split())


def clean_lines(text: str) -> str:
    """Like `clean`, but the lines of a longer text remain lines; empty ones at the ends are dropped."""
    return "\n".join(clean(line) for line in text.splitlines()).strip()


def key(text: str) -> str:
    """The letters and digits only, small and without accents: equal for what a reader calls the same."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", clean(text)).casefold())
    return "".join(character for character in folded.translate(_WITHOUT_STROKE) if character.isalnum())


def value_or_nothing(text: str) -> str:
    """The cleaned text, or nothing where the source writes "onbekend", "n.v.t.", "N.N.", "-" or "?"."""
    return "" if key(text) in _NO_VALUE else clean(text)


def _visible(character: str) -> str:
    if character.isspace():
        return " "
    return "" if unicodedata.category(character).startswith("C") else character
