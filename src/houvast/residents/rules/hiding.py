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
    said, open_said, digits = _close(text), _spaced(text), re.sub(r"\D", "", _close(text))
    phone = re.sub(r"\D", "", place.phone)[-_PHONE_DIGITS:]
    at_home = _spaced(f"{place.street} {place.house_number}") if place.street and place.house_number else ""
    return (
        (bool(at_home) and re.search(rf"(?<!\w){re.escape(at_home)}(?!\w)", open_said) is not None)
        or (bool(place.postcode) and _close(place.postcode) in said)
        or (len(phone) == _PHONE_DIGITS and phone in digits)
        or (bool(place.mail_to) and _spaced(place.mail_to) in open_said)
    )


def _close(text: str) -> str:
    """Give a text without what people put between letters and digits of a number."""
    return re.sub(r"[\s().\-/]", "", text.casefold())


def _spaced(text: str) -> str:
    return " ".join(text.casefold().split())
