"""What in a text would let somebody be recognised. A question to a colleague is about nobody, so this is refused.

Names cannot be found by a pattern: the page asks to leave them out. What looks like the rest is refused too readily
rather than too rarely, because a question can always be put differently.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_MONTHS = "jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec"
_STREET = "straat|laan|weg|plein|singel|kade|gracht|dreef|hof|steeg|dijk|ring|pad|park"

PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "een casusnummer": re.compile(r"\bC-\d{4}-\d+", re.IGNORECASE),
        "een e-mailadres": re.compile(r"\S@\S+\.\S"),
        "een telefoonnummer": re.compile(r"(?:\+|\b00) ?31(?:[ ./()-]*\d){9}|\b0(?:[ ./()-]*\d){9}\b"),
        # Any nine digits: somebody may have slipped in one, and then the proof of eleven says nothing.
        "een burgerservicenummer": re.compile(r"\b\d(?:[ .-]?\d){8}\b|\b\d{8}\b"),
        "een geboortedatum": re.compile(
            rf"\b\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b|\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b"
            rf"|\b\d{{1,2}} (?:{_MONTHS})[a-z]*\.? (?:19|20)\d{{2}}\b"
            r"|\bgeb(?:oren\b|\.)[^.\n]{0,20}\b(?:19|20)\d{2}\b",
            re.IGNORECASE,
        ),
        "een postcode": re.compile(
            r"\b[1-9]\d{3} ?[A-Z]{2}\b|(?i:\b[1-9]\d{3}[a-z]{2}\b|\b(?!19|20)[1-9]\d{3} [a-z]{2},? \d)"
        ),
        "een adres": re.compile(rf"\b\w+(?:{_STREET}) \d{{1,4}}\b", re.IGNORECASE),
    }
)


def recognised(text: str) -> tuple[str, ...]:
    """Say what the text seems to hold by which somebody is recognised; nothing when it seems to be about nobody."""
    return tuple(what for what, pattern in PATTERNS.items() if pattern.search(text))
