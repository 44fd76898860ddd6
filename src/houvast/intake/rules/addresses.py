"""Comparing the addresses of two people."""

import re
from dataclasses import dataclass
from itertools import takewhile

from houvast.intake.rules.judgement import AGREES, Agreement, Judgement, compare_texts
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.spelling import clean, key

# A number written in the column of the street; the last one, so that "Plein 1945 12" is understood.
_STREET_AND_NUMBER = re.compile(r"(.*\S)\s+(\d.*)", re.ASCII)
_POSTCODE = re.compile(r"\b(\d{4}) ?([a-z]{2})\b", re.ASCII | re.IGNORECASE)
_SIMILAR = Agreement.SIMILAR


@dataclass(frozen=True, slots=True)
class SpokenAddress:
    """An address as somebody says it, taken apart. Where there was no fixed address, `street` says where it was."""

    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""


def read_address(text: str) -> SpokenAddress:
    """Take apart "Sennweg 16, Delfzijl", "Sennweg 16 9934 AB Delfzijl", "park bij de haven, Delfzijl" or "Delfzijl"."""
    text = clean(text)
    found = _POSTCODE.search(text)
    postcode = f"{found.group(1)} {found.group(2).upper()}" if found else ""
    if found:
        before, after = text[: found.start()], text[found.end() :]
    else:
        before, _, after = text.rpartition(",")
    street, place = before.strip(" ,"), after.strip(" ,")
    together = _STREET_AND_NUMBER.fullmatch(street) or (None if before else _STREET_AND_NUMBER.fullmatch(place))
    if together is None:
        return SpokenAddress(street, "", postcode, place)
    return SpokenAddress(together.group(1), together.group(2), postcode, place if before else "")


@dataclass(frozen=True, slots=True)
class _Address:
    street: str
    number: str
    addition: str
    postcode: str
    place: str

    @classmethod
    def of(cls, person: PersonFacts) -> "_Address":
        street, house_number = clean(person.street), clean(person.house_number)
        together = _STREET_AND_NUMBER.fullmatch(street)
        if together and not house_number:
            street, house_number = together.groups()
        number = "".join(takewhile(str.isdigit, house_number))
        addition = key(house_number.removeprefix(number))
        return cls(street, number, addition, key(person.postcode), key(person.place))


def compare_addresses(concern: PersonFacts, resident: PersonFacts) -> Judgement:
    """Compare street or postcode with house number; a street without place or postcode is taken to be the same one."""
    a, b = _Address.of(concern), _Address.of(resident)
    street = _compare_streets(a, b)
    if street[0] not in AGREES:
        return street
    number = _compare_numbers(a, b)
    return number if street[0] is Agreement.EQUAL or number[0] is Agreement.DIFFERENT else street


def _compare_streets(a: _Address, b: _Address) -> Judgement:
    street = compare_texts(a.street, b.street)
    if a.postcode and a.postcode == b.postcode:
        # A postcode is one side of one street: with it a missing or otherwise written street is the same.
        return (Agreement.EQUAL, "gelijk") if street[0] is not _SIMILAR else (_SIMILAR, _slip_in_street(street[1]))
    if street[0] in AGREES and _elsewhere(a, b):
        return Agreement.DIFFERENT, "anders, zelfde straatnaam in een andere plaats"
    if street[0] is Agreement.FITS:
        return Agreement.EQUAL, "gelijk"
    return (_SIMILAR, _slip_in_street(street[1])) if street[0] is _SIMILAR else street


def _elsewhere(a: _Address, b: _Address) -> bool:
    if a.place and b.place:
        return a.place != b.place
    return bool(a.postcode and b.postcode) and a.postcode[:4] != b.postcode[:4]


def _slip_in_street(text: str) -> str:
    return text.replace("lijkt op, ", "lijkt op, straat: ")


def _compare_numbers(a: _Address, b: _Address) -> Judgement:
    if not a.number or not b.number:
        return _SIMILAR, "lijkt op, zonder huisnummer"
    if a.number != b.number:
        swapped = len(a.number) == len(b.number) and sorted(a.number) == sorted(b.number)
        return (_SIMILAR, "lijkt op, cijfers gewisseld") if swapped else (Agreement.DIFFERENT, "anders, zelfde straat")
    if a.addition == b.addition:
        return Agreement.EQUAL, "gelijk"
    if a.addition and b.addition:
        return _SIMILAR, "lijkt op, andere toevoeging"
    return Agreement.FITS, "past, zonder toevoeging"
