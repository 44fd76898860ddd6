"""What an earlier concern shares with this one."""

import pytest

from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.repeats import Link, shared
from houvast.kernel.partial_date import PartialDate

BORN = PartialDate(1998, 5, 25)
HERE = PersonFacts("Vegt", first_names="Yara", birth_date=BORN, street="Sennweg", house_number="16", place="Delfzijl")


@pytest.mark.parametrize(
    ("other", "link"),
    [
        (PersonFacts("VEGT", first_names="Yara", birth_date=BORN), Link.PERSON),
        (PersonFacts("Vegt", first_names="Yara", birth_date=BORN, street="Elders", house_number="1"), Link.PERSON),
        (PersonFacts("Prins", street="Sennweg", house_number="16", place="Delfzijl"), Link.ADDRESS),
        (PersonFacts(street="Sennweg", house_number="16", place="Delfzijl"), Link.ADDRESS),
        (PersonFacts("Prins", street="Sennweg", house_number="61", place="Delfzijl"), None),
        (PersonFacts("Prins", street="Sennweg", house_number="16", place="Spijk"), None),
        (PersonFacts("Vegt", first_names="Ytje", birth_date=BORN), None),
        (PersonFacts(), None),
    ],
)
def test_the_same_person_or_the_same_address(other: PersonFacts, link: Link | None) -> None:
    assert shared(HERE, other) is link


def test_two_people_of_whom_nothing_is_known_are_not_the_same() -> None:
    assert shared(PersonFacts(), PersonFacts()) is None


def test_the_same_bsn_is_the_same_person_whatever_the_name() -> None:
    assert shared(PersonFacts(bsn="132496689"), PersonFacts("Vegt", bsn="132496689")) is Link.PERSON
