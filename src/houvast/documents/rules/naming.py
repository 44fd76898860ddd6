"""The name that a file came with: kept for who downloads it, cleaned, and never a path."""

import unicodedata

LONGEST = 120
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_FALLBACK = "document"


def cleaned(name: str) -> str:
    """Give a name as it may be shown and sent: its last part, without what is not seen, not too long.

    Characters that turn the direction of reading round are not seen, so "gpj.exe" cannot pose as something else.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = "".join(each for each in last if unicodedata.category(each) not in _HIDDEN)
    whole = " ".join(unicodedata.normalize("NFC", seen).split()).strip(". ")
    stem, dot, ending = whole.rpartition(".")
    if not dot:
        return whole[:LONGEST] or _FALLBACK
    return f"{stem[: LONGEST - len(ending) - 1] or _FALLBACK}.{ending}"[-LONGEST:]


def ending(name: str) -> str:
    """Give what a name ends with, in small letters, without the dot; "" when there is nothing."""
    return name.rpartition(".")[2].lower() if "." in name else ""
