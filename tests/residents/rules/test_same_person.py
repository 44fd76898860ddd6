"""Who is the same person, in the register and in networks."""

from datetime import UTC, datetime

from houvast.kernel.ids import new_id
from houvast.residents.rules.same_person import also_known_as, held_by_mark
from houvast.residents.rules.shielding import Other, ShieldFacts

WOUT, BO = new_id(), new_id()
NEAR, ELSEWHERE, STRANGER = new_id(), new_id(), new_id()
MARKS = {NEAR: WOUT, ELSEWHERE: WOUT, STRANGER: BO}
ALL = {Other(WOUT), Other(network_member_id=NEAR), Other(network_member_id=ELSEWHERE)}


def test_somebody_is_known_as_a_resident_and_in_each_network_where_that_was_marked() -> None:
    for known in ALL:
        assert also_known_as(known, MARKS) == ALL
        assert also_known_as(known, {}) == {known}
    assert also_known_as(Other(), MARKS) == {Other()}


def test_without_the_mark_who_is_named_for_one_side_alone_would_be_open() -> None:
    near, since = Other(network_member_id=NEAR), datetime(2026, 11, 23, tzinfo=UTC)
    by_near, by_resident, by_both = (new_id() for _ in range(3))
    named = [
        (by_near, near),
        (by_both, near),
        (by_resident, Other(WOUT)),
        (by_both, Other(network_member_id=ELSEWHERE)),
    ]
    shields = [ShieldFacts(who, other, since) for who, other in named]
    assert held_by_mark(near, shields) == {by_near, by_resident}
