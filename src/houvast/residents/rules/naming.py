"""How residents are named, found and dated."""

import unicodedata
from datetime import date

from houvast.kernel.partial_date import PartialDate


def full_name(first_names: str, prefix: str, surname: str) -> str:
    """Give the name as people say it: "Yvonne van der Vegt"."""
    return " ".join(part for part in (first_names, prefix, surname) if part)


def search_name(first_names: str, prefix: str, surname: str) -> str:
    """Give the name as it is searched: lower case, without diacritics, surname first ("vegt yvonne van der")."""
    text = " ".join(part for part in (surname, first_names, prefix) if part)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def age_of(born: PartialDate | None, today: date) -> int | None:
    """Give the age in whole years of who was born then; as `age`."""
    return age(born.year, born.month or 0, born.day or 0, today) if born else None


def age(year: int, month: int, day: int, today: date) -> int | None:
    """Give the age in whole years; None when the birth year is unknown, and the youngest possible when a part is."""
    if year == 0:
        return None
    had_birthday = (month or 12, day or 31) <= (today.month, today.day)
    return today.year - year - (0 if had_birthday else 1)


def address(street: str, house_number: str, postcode: str, town: str) -> str:
    """Give an address on one line; parts that are not known are left out."""
    first = " ".join(part for part in (street, house_number) if part)
    second = " ".join(part for part in (postcode, town) if part)
    return ", ".join(part for part in (first, second) if part)
