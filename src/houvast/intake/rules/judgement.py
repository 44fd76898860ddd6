"""The words in which two values of a field are compared."""

from enum import StrEnum

from rapidfuzz.distance import OSA

from houvast.intake.rules.spelling import clean, key


class Agreement(StrEnum):
    """How two values relate. FITS: one says less or writes it otherwise. SIMILAR: a slip of the keyboard away."""

    EQUAL = "equal"
    FITS = "fits"
    SIMILAR = "similar"
    NOT_COMPARABLE = "not_comparable"
    DIFFERENT = "different"


FITS_WELL = frozenset({Agreement.EQUAL, Agreement.FITS})
AGREES = FITS_WELL | {Agreement.SIMILAR}

Judgement = tuple[Agreement, str]

# A slip of the keyboard in a word: one letter wrong, missing, extra or swapped with its neighbour. In a word of three
# letters that is another word (Bos, Bot); in a long one two slips still leave it recognisable.
_SHORTEST_WITH_SLIP = 4
_SHORTEST_WITH_TWO_SLIPS = 9


def compare_texts(concern: str, resident: str) -> Judgement:
    """Equal, the same but for accents and punctuation, a slip away, or different."""
    a, b = key(concern), key(resident)
    if not a or not b:
        return Agreement.NOT_COMPARABLE, "niet te vergelijken"
    if clean(concern).casefold() == clean(resident).casefold():
        return Agreement.EQUAL, "gelijk"
    if a == b:
        return Agreement.FITS, "past, anders geschreven"
    if a.isdigit() or b.isdigit():
        return Agreement.DIFFERENT, "anders"
    return _compare_letters(a, b)


def _compare_letters(a: str, b: str) -> Judgement:
    slips = OSA.distance(a, b)
    shortest = min(len(a), len(b))
    if slips == 1 and shortest >= _SHORTEST_WITH_SLIP:
        swapped = sorted(a) == sorted(b)
        return Agreement.SIMILAR, "lijkt op, letters gewisseld" if swapped else "lijkt op, één letter anders"
    if slips == 2 and shortest >= _SHORTEST_WITH_TWO_SLIPS:
        return Agreement.SIMILAR, "lijkt op, twee letters anders"
    return Agreement.DIFFERENT, "anders"
