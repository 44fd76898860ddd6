"""What makes somebody findable, so that it can be kept from who must not find them."""

from enum import StrEnum


class Findable(StrEnum):
    """What may lead to where a person is."""

    PLACE = "place"
    PHONE = "phone"
    APPOINTMENTS = "appointments"
    HELPERS = "helpers"
