"""What a list or our own register knows of a person: the facts that identity and matching look at."""

from dataclasses import dataclass
from enum import StrEnum

from houvast.kernel.partial_date import PartialDate


class Sex(StrEnum):
    """As the police list writes it: M, V or X."""

    MALE = "M"
    FEMALE = "V"
    OTHER = "X"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The facts of one person. Empty text or None means: not known."""

    surname: str = ""
    prefix: str = ""
    first_names: str = ""
    birth_date: PartialDate | None = None
    sex: Sex | None = None
    bsn: str | None = None
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
