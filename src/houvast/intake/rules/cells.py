"""The meaning of one cell. Every function returns the value or raises UnreadableError with a Dutch reason."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from stdnum.nl import bsn as stdnum_bsn

from houvast.intake.rules.dates import UnreadableError, read_date, read_partial_date
from houvast.intake.rules.person import Sex
from houvast.intake.rules.spelling import clean, key, value_or_nothing
from houvast.kernel.partial_date import PartialDate

# *verzonnen*: no list goes back this far, so an older date is a slip of the keyboard (2026 written as 1026).
OLDEST_REPORT_YEARS = 20
# *verzonnen*: wide enough for any numbering; a longer one is a text that came into the wrong column.
LONGEST_INCIDENT = 40
# From the issue of intake: nobody on a list is older.
OLDEST_PERSON_YEARS = 120

_ROUNDED_BY_EXCEL = re.compile(r"\d([.,]\d+)?e\+?\d+", re.IGNORECASE | re.ASCII)
_BSN_SEPARATORS = str.maketrans("", "", " .-'\"")
_BSN = re.compile(r"\d{8,9}", re.ASCII)
_AS_DECIMAL = re.compile(r"(\d{8,9})[.,]0+", re.ASCII)  # how a spreadsheet writes a whole number: 123456782,0
# "Gemeente Groningen", "De gemeente Groningen", "Gem.Groningen", "Groningen (gemeente)", "Groningen, gem.".
_MUNICIPALITY_WORD = re.compile(
    r"^(?:de )?gem(?:(?:eente)?[ :]+|\.[ :]*)|[ ,]+(?:gem(?:eente|\.)|\(gem(?:eente|\.)?\))$", re.IGNORECASE
)
# Before the name, or behind it as where names are sorted: "Hogeland, Het".
_ARTICLE = re.compile(r"^(?:het|de|['’`]t) |, ?(?:het|de|['’`]t)$", re.IGNORECASE)
# The letters that PostNL never gives (SA, SD, SS) are let be: the text is kept, and nothing in it is unreadable.
_POSTCODE = re.compile(r"(?:NL)?([1-9]\d{3})([A-Z]{2})", re.ASCII)
_SEXES = {
    "m": Sex.MALE,
    "man": Sex.MALE,
    "mannelijk": Sex.MALE,
    "v": Sex.FEMALE,
    "vrouw": Sex.FEMALE,
    "vrouwelijk": Sex.FEMALE,
    "x": Sex.OTHER,
}
_SEX_UNKNOWN = frozenset({"o", "onbekend"})

# Prefixes of surnames as the BRP lists them (Logisch Ontwerp BRP, tabel 36), the words of which they are made.
# Written from memory of that table: unconfirmed, and only used to find where a surname begins.
_PREFIXES = """
a aan aen af al am auf aus aux ben bij bin boven d da dal dalla das de deca degli dei del della den der des di die do
don dos du el gen het i im in l la las le les lo los met n of onder op over s t te ten ter tho thoe thor to toe tot uijt
uit v van vanden vander vd ver vom von voor vor zu zum zur
"""
_PREFIX_WORDS = frozenset(_PREFIXES.split())


@dataclass(frozen=True, slots=True)
class Municipalities:
    """The municipalities that we know, found by any of their spellings.

    `own` is the one for which a person reads a list; None when the list may be for all of them.
    """

    by_spelling: Mapping[str, str]
    own: str | None = None

    @classmethod
    def of(cls, spellings: Mapping[str, Iterable[str]], own: str | None = None) -> Self:
        """From name to further spellings; the name itself always counts. ValueError when two share a spelling."""
        found: dict[str, str] = {}
        for name, others in spellings.items():
            for spelling in (name, *others):
                if found.setdefault(key(spelling), name) != name:
                    raise ValueError(f"two municipalities are spelled {spelling!r}")
        return cls(found, own)

    def find(self, text: str) -> str | None:
        """The name of the municipality that the text means, with or without "Gemeente" or its article before it."""
        text = clean(text)
        bare = _MUNICIPALITY_WORD.sub("", text)
        name = _ARTICLE.sub("", bare)
        spellings = (key(text), key(bare), key(f"Het {name}"), key(f"De {name}"))
        return next((self.by_spelling[spelling] for spelling in spellings if spelling in self.by_spelling), None)


def read_incident(text: str) -> str:
    """The incident number in capitals, as the source writes it."""
    number = value_or_nothing(text).upper()
    if not any(character.isdigit() for character in number) or set(key(number)) == {"0"}:
        raise UnreadableError("Er staat geen incidentnummer.")
    if _ROUNDED_BY_EXCEL.fullmatch(number):
        raise UnreadableError("Excel heeft dit incidentnummer afgerond. Neem het over uit de bron.")
    if len(number) > LONGEST_INCIDENT:
        raise UnreadableError(f"Dit incidentnummer is langer dan {LONGEST_INCIDENT} tekens. Klopt de kolom?")
    return number


def read_report_date(text: str, today: date) -> date:
    """The date of the report: not after `today`, and not so long ago that the year must be wrong."""
    if not value_or_nothing(text):
        raise UnreadableError("Er staat geen datum.")
    day = read_date(text, range(today.year - OLDEST_REPORT_YEARS, today.year + 1))
    if day > today:
        raise UnreadableError("Deze datum ligt in de toekomst.")
    if day.year < today.year - OLDEST_REPORT_YEARS:
        raise UnreadableError(f"Deze datum ligt meer dan {OLDEST_REPORT_YEARS} jaar terug. Klopt het jaar?")
    return day


OF_ANOTHER_MUNICIPALITY = "U kunt alleen voor uw eigen gemeente inlezen."
"""Why a row of a list for a whole region is not read for one municipality: nothing is wrong with it."""


def read_municipality(text: str, known: Municipalities) -> str:
    """The name, as we spell it, of a municipality that we know and that the list may be read for."""
    if not value_or_nothing(text):
        raise UnreadableError("Er staat geen gemeente.")
    name = known.find(text)
    if name is None:
        raise UnreadableError("Deze gemeente is niet bekend. Controleer de naam.")
    if known.own is not None and name != known.own:
        raise UnreadableError(OF_ANOTHER_MUNICIPALITY)
    return name


def read_birth_date(text: str, today: date, reported_on: date | None) -> PartialDate | None:
    """The birth date as far as it is known; a cell without a digit holds none."""
    if not _has_digit(text):
        return None
    born = read_partial_date(text, range(today.year - OLDEST_PERSON_YEARS, today.year + 1))
    if born is None:
        return None
    if born.earliest() > today:
        raise UnreadableError("Deze geboortedatum ligt in de toekomst. Het veld is leeg gelaten.")
    if reported_on is not None and born.earliest() > reported_on:
        raise UnreadableError("Deze geboortedatum ligt na de datum van de melding. Het veld is leeg gelaten.")
    if _years_before(today, OLDEST_PERSON_YEARS) > born.latest():
        raise UnreadableError(
            f"Deze geboortedatum ligt meer dan {OLDEST_PERSON_YEARS} jaar terug. Het veld is leeg gelaten."
        )
    return born


def read_bsn(text: str) -> str | None:
    """A BSN of nine digits that passes the 11-test (elfproef); a cell without a digit holds none.

    Eight digits are a BSN that lost its leading zero in a spreadsheet.
    """
    if not _has_digit(text):
        return None
    decimal = _AS_DECIMAL.fullmatch(clean(text))
    digits = decimal.group(1) if decimal else clean(text).translate(_BSN_SEPARATORS)
    if not _BSN.fullmatch(digits) or not stdnum_bsn.is_valid(digits.zfill(9)):
        raise UnreadableError("Dit BSN bestaat niet: het voldoet niet aan de elfproef. Het veld is leeg gelaten.")
    return digits.zfill(9)


def read_sex(text: str) -> Sex | None:
    """M, V or X, also written out; None when it is empty or unknown."""
    word = key(value_or_nothing(text))
    if not word or word in _SEX_UNKNOWN:
        return None
    if word not in _SEXES:
        raise UnreadableError("Hier staat geen M, V of X. Het veld is leeg gelaten.")
    return _SEXES[word]


def read_postcode(text: str) -> str:
    """A postcode as "9694 TJ"; empty stays empty."""
    code = value_or_nothing(text)
    if not code:
        return ""
    found = _POSTCODE.fullmatch(re.sub("[ -]", "", code).upper())
    if found is None:
        raise UnreadableError("Dit is geen postcode. De tekst is zo overgenomen.")
    return f"{found.group(1)} {found.group(2)}"


def read_surname(text: str, prefix: str) -> tuple[str, str]:
    """Surname and prefix, where the prefix may stand before or after the surname: "van der Vegt", "Vegt, van der"."""
    surname, prefix = value_or_nothing(text), value_or_nothing(prefix)
    before, comma, after = surname.rpartition(",")
    if comma and before.strip() and _is_prefix(after):
        return before.strip(), prefix or after.strip()
    words = surname.split()
    begin = 0
    while begin < len(words) - 1 and _is_prefix(words[begin]):
        begin += 1
    found = " ".join(words[:begin])
    if found and (not prefix or key(prefix) == key(found)):
        return " ".join(words[begin:]), prefix or found
    return surname, prefix


def _is_prefix(text: str) -> bool:
    words = re.split(r"[\s.'’`/]+", clean(text))
    keys = [key(word) for word in words if key(word)]
    return bool(keys) and all(word in _PREFIX_WORDS for word in keys)


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February in a year without one
        return day.replace(year=day.year - years, day=28)
