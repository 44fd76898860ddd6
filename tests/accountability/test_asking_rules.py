"""For whom somebody asks on an own page, what the sign-in proves, and what is told of the answer."""

import pytest

from houvast.accountability.policy import may_ask
from houvast.accountability.rules.asking import (
    AnswerWay,
    NewAsking,
    SignInWay,
    asker_of,
    asking_problems,
    identity_ways,
    proves_who,
    tells_reason,
)
from houvast.accountability.rules.requests import LONGEST, Asker, IdentityWay, RequestKind, RequestOutcome
from houvast.participation.rules.taking_part import Capacity, ParticipantKind
from tests.sentences import told_at

SELF, REPRESENTATIVE, NETWORK = ParticipantKind
CODES, DIGID = SignInWay


def test_one_asks_as_what_one_takes_part_as() -> None:
    assert asker_of(SELF, None) is Asker.RESIDENT
    as_parent = {each for each in Capacity if asker_of(REPRESENTATIVE, each) is Asker.PARENT}
    assert as_parent == {Capacity.PARENT, Capacity.GUARDIAN}
    assert asker_of(REPRESENTATIVE, Capacity.MENTOR) is Asker.REPRESENTATIVE


def test_the_network_does_not_ask_and_a_parent_until_sixteen() -> None:
    assert may_ask(NETWORK, Asker.REPRESENTATIVE, 30).reason == "network_asks"
    assert [may_ask(REPRESENTATIVE, Asker.PARENT, age).allowed for age in (None, 15, 16)] == [True, True, False]
    assert may_ask(REPRESENTATIVE, Asker.REPRESENTATIVE, 30).allowed
    assert may_ask(SELF, Asker.RESIDENT, 12).ground == "request"


@pytest.mark.parametrize(
    ("asker", "signed_in", "age", "proves"),
    [
        (Asker.RESIDENT, DIGID, 34, True),
        (Asker.RESIDENT, DIGID, 16, True),
        (Asker.RESIDENT, DIGID, None, True),
        (Asker.RESIDENT, DIGID, 15, False),
        (Asker.RESIDENT, CODES, 34, False),
        (Asker.REPRESENTATIVE, DIGID, 34, False),
        (Asker.PARENT, DIGID, 10, False),
    ],
)
def test_only_digid_of_a_resident_who_asks_alone_proves_who_it_is(
    asker: Asker, signed_in: SignInWay, age: int | None, proves: bool
) -> None:
    assert proves_who(asker, signed_in, age) is proves


def test_that_the_codes_are_enough_is_said_of_who_came_in_with_them_only() -> None:
    assert set(identity_ways(CODES)) == set(IdentityWay)
    assert set(identity_ways(DIGID)) == set(identity_ways(None)) == set(IdentityWay) - {IdentityWay.OWN_CODES}


def test_a_correction_and_an_objection_are_asked_in_own_words() -> None:
    for kind in RequestKind:
        new = NewAsking(kind, " ", AnswerWay.CALL, CODES)
        needs = kind in (RequestKind.CORRECTION, RequestKind.OBJECTION)
        assert told_at(asking_problems(new)) == ({"words"} if needs else set())
    for more, told in ((0, set()), (1, {"words"})):
        assert (
            told_at(asking_problems(NewAsking(RequestKind.ERASURE, "x" * (LONGEST + more), AnswerWay.CALL, CODES)))
            == told
        )


def test_only_a_reason_that_was_written_for_the_resident_is_told() -> None:
    for kind in RequestKind:
        assert tells_reason(kind, RequestOutcome.REFUSED)
        assert tells_reason(kind, RequestOutcome.GRANTED) == (kind is RequestKind.OBJECTION)
    assert not tells_reason(RequestKind.INSPECTION, RequestOutcome.PARTLY)
