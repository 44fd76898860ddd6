"""Comparing the names of two people: prefixes, married names, initials."""

import re

from houvast.intake.rules.cells import read_surname
from houvast.intake.rules.judgement import Agreement, Judgement, compare_texts
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.spelling import clean, key

# "Kallen-Bakker", "Bakker e/v Kallen", "Bakker e.v. Kallen", "Bakker gehuwd Kallen", "Bakker geb. Kallen".
_JOINED_NAMES = re.compile(
    r"\s*[-‐–—]\s*|\s+(?:e[/.]?v\.?|w[/.]?v\.?|geh(?:uwd|\.)?(?: met)?|geb(?:oren|\.)?)\s+", re.IGNORECASE
)
_BETWEEN_NAMES = re.compile(r"[\s.,-]+")
_VOWELS = frozenset("aeiouy")
_LONGEST_INITIALS = 3


def compare_surnames(concern: PersonFacts, resident: PersonFacts) -> Judgement:
    """Compare surname and prefix; a married name fits when it shares a name."""
    surname, prefix = read_surname(concern.surname, concern.prefix)
    our_surname, our_prefix = read_surname(resident.surname, resident.prefix)
    names, our_names = _names_in(surname), _names_in(our_surname)
    if len(names) > 1 or len(our_names) > 1:
        married = _compare_married(names, our_names)
        if married is not None:
            return married
    judgement = compare_texts(surname, our_surname)
    if judgement[0] is Agreement.EQUAL and key(prefix) != key(our_prefix):
        return _compare_prefixes(prefix, our_prefix)
    return judgement


def compare_first_names(concern: str, resident: str) -> Judgement:
    """Compare first names in their order; an initial fits every name that begins with it."""
    names, our_names = _first_names(concern), _first_names(resident)
    judgement = compare_texts(concern, resident)
    if judgement[0] is not Agreement.DIFFERENT or not names or not our_names:
        return judgement
    pairs = list(zip(names, our_names, strict=False))
    if any(_is_initial(a) or _is_initial(b) for a, b in pairs):
        return _compare_initials(pairs)
    if all(key(a) == key(b) for a, b in pairs):
        return Agreement.FITS, "past, niet alle voornamen"
    return compare_texts(names[0], our_names[0]) if len(pairs) == 1 else judgement


def is_initialled(a: str, b: str) -> bool:
    """Whether first names differ only in that one gives initials for names that the other spells out, one for one."""
    names, others = _first_names(a), _first_names(b)
    if not names or len(names) != len(others) or key(a) == key(b):
        return False
    pairs = list(zip(names, others, strict=True))
    return _compare_initials(pairs)[0] is not Agreement.DIFFERENT


def _names_in(surname: str) -> tuple[str, ...]:
    """The names that a married name is made of, each without its prefix."""
    names = (key(read_surname(name, "")[0]) for name in _JOINED_NAMES.split(clean(surname)))
    return tuple(name for name in names if name)


def _compare_married(names: tuple[str, ...], our_names: tuple[str, ...]) -> Judgement | None:
    """A judgement when the names share one, else None: then they are compared as ordinary texts."""
    if names == our_names or not set(names) & set(our_names):
        return None
    if set(names) == set(our_names):
        return Agreement.FITS, "past, namen in andere volgorde"
    if set(names) < set(our_names) or set(names) > set(our_names):
        return Agreement.FITS, "past, één van de twee namen"
    return Agreement.SIMILAR, "lijkt op, één naam gelijk"


def _compare_prefixes(prefix: str, our_prefix: str) -> Judgement:
    if prefix and our_prefix:
        return Agreement.SIMILAR, "lijkt op, ander tussenvoegsel"
    return Agreement.FITS, f"past, zonder “{prefix or our_prefix}”"


def _first_names(text: str) -> list[str]:
    """The names apart; initials without space between them ("J.P.", "JP") too. An initial ends with a full stop."""
    names: list[str] = []
    for word in clean(text).split():
        if "." in word:
            names.extend(f"{part}." for part in _BETWEEN_NAMES.split(word) if part)
        elif word.isupper() and len(word) <= _LONGEST_INITIALS and not _VOWELS & set(word.casefold()):
            names.extend(f"{letter}." for letter in word)
        else:
            names.extend(part for part in _BETWEEN_NAMES.split(word) if part)
    return names


def _is_initial(name: str) -> bool:
    return name.endswith(".") or len(name) == 1


def _compare_initials(pairs: list[tuple[str, str]]) -> Judgement:
    for a, b in pairs:
        short, long = sorted((key(a), key(b)), key=len)
        if not long.startswith(short) if _is_initial(a) or _is_initial(b) else short != long:
            return Agreement.DIFFERENT, "anders"
    return Agreement.FITS, "past, voorletter" if len(pairs) == 1 else "past, voorletters"
