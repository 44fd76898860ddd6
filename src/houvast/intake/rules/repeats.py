"""Whether an earlier concern is about the same person or the same address: facts, never a score."""

from enum import StrEnum

from houvast.intake.rules.addresses import compare_addresses
from houvast.intake.rules.identity import same_person
from houvast.intake.rules.judgement import Agreement
from houvast.intake.rules.person import PersonFacts
from houvast.intake.rules.spelling import key


class Link(StrEnum):
    """What two concerns share, with the Dutch words for it."""

    PERSON = "zelfde persoon"
    ADDRESS = "zelfde adres"


def shared(a: PersonFacts, b: PersonFacts) -> Link | None:
    """What two concerns share; None when nothing is sure.

    The same person as surely as can be (`identity.same_person`), and never two unknown people.
    """
    if (a.bsn or key(a.surname)) and same_person(a, b):
        return Link.PERSON
    return Link.ADDRESS if compare_addresses(a, b)[0] is Agreement.EQUAL else None
