"""Whether a text gives away what a hidden address hides."""

import re
from dataclasses import dataclass

_PHONE_DIGITS = 9
"""The end of a Dutch number that is the same with 0 and with +31 before it."""


@dataclass(frozen=True, slots=True)
class HiddenPlace:
    """What is hidden of somebody: where they live, how they are called, and where their post goes."""

    street: str
    house_number: str
    postcode: str
    phone: str
    mail_to: str

    @property
    def house(self) -> tuple[str, str]:
        """Give what two people who live in one house have the same; empty parts when that is not known."""
        return _close(self.postcode or self.street), _close(self.house_number)


def same_house(one: HiddenPlace, other: HiddenPlace) -> bool:
    """Say whether two people live at one address, as far as it is known."""
    return all(one.house) and one.house == other.house


def gives_away(text: str, place: HiddenPlace) -> bool:
    """Say whether a text holds a hidden address, postcode, phone or place for post, however it is spelled."""
    phone = re.sub(r"\D", "", place.phone)[-_PHONE_DIGITS:]
    return (
        _names_house(text, place)
        or (bool(place.postcode) and _close(place.postcode) in _close(text))
        or (len(phone) == _PHONE_DIGITS and phone in re.sub(r"\D", "", text))
        or (bool(place.mail_to) and _spaced(place.mail_to) in _spaced(text))
    )


def _names_house(text: str, place: HiddenPlace) -> bool:
    if not (place.street and place.house_number):
        return False
    house = re.escape(_spaced(f"{place.street} {place.house_number}"))
    return re.search(rf"(?<!\w){house}(?!\w)", _spaced(text)) is not None


def _close(text: str) -> str:
    """Give a text without what people put between letters and digits of a number."""
    return re.sub(r"[\s().\-/]", "", text.casefold())


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())
