"""Words that would lead to where somebody is, and taking them out of what goes to who may not find them. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEFT_OUT = "[weggelaten]"
_FEWEST_DIGITS = 6
"""A shorter number stands in too many texts to lead to somebody."""
_COUNTRY = re.compile(r"^(?:0031|31(?=[1-9]))")
_HOUSE_NUMBER = r"(?:\s*\d+[\w-]*)?"
_LINES = re.compile(r"[,;\n]")
_POSTCODE = re.compile(r"\b(\d{4}\s*[A-Za-z]{2})\b")
_NUMBER_BEHIND = re.compile(r"(?<=\D)\s+\d+[\w-]*$")
_BETWEEN_DIGITS = r"[\s\-./()]*"


@dataclass(frozen=True, slots=True)
class Traces:
    """Words and numbers that lead to somebody: street, postcode, town and organisations; and telephone numbers."""

    words: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()

    def __or__(self, other: "Traces") -> "Traces":
        """Take two together."""
        return Traces(self.words | other.words, self.phones | other.phones)

    def without(self, known: "Traces") -> "Traces":
        """Leave out what the other knows already, because it is their own."""
        words, phones = {_plain(each) for each in known.words}, {_digits(each) for each in known.phones}
        return Traces(
            frozenset(each for each in self.words if _plain(each) not in words),
            frozenset(each for each in self.phones if _digits(each) not in phones),
        )

    def taken_out(self, text: str) -> str:
        """Give a text without them, however they are written: with other capitals, spaces or dashes."""
        found = "|".join((*_words(self.words), *_numbers(self.phones)))
        return re.sub(rf"(?<!\w)(?:{found})(?![^\W\d_])", LEFT_OUT, text, flags=re.IGNORECASE) if found else text


def place_traces(*, street: str, postcode: str, town: str, phone: str, mail_to: str = "") -> Traces:
    """Give the traces of where and how somebody is reached. A house number goes with its street.

    `mail_to` is where their post may go, as somebody typed it.
    """
    typed = (part.strip() for line in _LINES.split(mail_to) for part in _POSTCODE.split(line))
    words = {street.strip(), postcode.strip(), town.strip(), *(_NUMBER_BEHIND.sub("", part) for part in typed)}
    return Traces(frozenset(words - {""}), frozenset({phone}) - {""})


def _plain(word: str) -> str:
    return "".join(word.split()).casefold()


def _digits(phone: str) -> str:
    """Give the digits of a number as one dials them in the country."""
    return _COUNTRY.sub("0", "".join(sign for sign in phone if sign.isdecimal()))


def _words(words: Iterable[str]) -> list[str]:
    """Write each so that it may have more spaces or none, the longest first, each with a house number behind it."""
    plain = sorted({_plain(word) for word in words} - {""}, key=lambda each: (-len(each), each))
    return [r"\s*".join(map(re.escape, word)) + _HOUSE_NUMBER for word in plain]


def _numbers(phones: Iterable[str]) -> list[str]:
    """Write each so that signs may stand between its digits, with or without the number of the country."""
    numbers = sorted({_digits(phone) for phone in phones})
    return [_number(each) for each in numbers if len(each) >= _FEWEST_DIGITS]


def _number(digits: str) -> str:
    rest = _BETWEEN_DIGITS.join(digits.removeprefix("0"))
    if not digits.startswith("0"):
        return rest
    country = rf"(?:\+|00)31{_BETWEEN_DIGITS}(?:0{_BETWEEN_DIGITS})?"
    return rf"\(?(?:{country}|0{_BETWEEN_DIGITS}){rest}"
