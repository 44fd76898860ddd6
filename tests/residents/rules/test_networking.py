"""What may be told to a relative who calls: listening is always allowed, telling needs a ground."""

from datetime import date, timedelta

import pytest

from houvast.kernel.findable import Findable
from houvast.residents.rules.networking import (
    HEARD,
    USUAL,
    Allowed,
    NetworkStanding,
    NetworkStep,
    Telling,
    TellingGround,
    Turn,
    may_be_told,
    standing_of,
    turn_problems,
)
from houvast.residents.rules.shielding import ALL, MayGet

DAY = date(2026, 11, 23)
NEXT = DAY + timedelta(days=1)
EVERYTHING = Turn(NetworkStep.ALLOWED, DAY, tuple(Allowed), TellingGround.RESIDENT, "Mijn zus mag alles weten.")
INVITED, ACCEPTED = Turn(NetworkStep.INVITED, DAY), Turn(NetworkStep.ACCEPTED, NEXT)
ENDED = Turn(NetworkStep.ENDED, NEXT)
NOTHING = Telling((), TellingGround.NONE)
WHOLE = MayGet(ALL)


def test_the_newest_that_was_allowed_holds_and_beside_it_whether_they_take_part() -> None:
    less = Turn(NetworkStep.ALLOWED, NEXT, (Allowed.PLAN,), TellingGround.REPRESENTATIVE)
    standing = standing_of([EVERYTHING, INVITED, ACCEPTED, less])
    assert standing == NetworkStanding(
        (Allowed.PLAN,), TellingGround.REPRESENTATIVE, "", NEXT, NetworkStep.ACCEPTED, NEXT
    )
    assert standing.takes_part and not standing.is_over
    assert standing_of([]) == NetworkStanding()
    assert standing_of([EVERYTHING, ENDED]).is_over and not standing_of([EVERYTHING, INVITED]).takes_part


@pytest.mark.parametrize(
    ("turns", "gets", "expected"),
    [
        ([], WHOLE, NOTHING),
        ([EVERYTHING], WHOLE, Telling(HEARD, TellingGround.RESIDENT)),
        ([EVERYTHING, ENDED], WHOLE, NOTHING),
        ([Turn(NetworkStep.ALLOWED, DAY)], WHOLE, NOTHING),
        ([Turn(NetworkStep.ALLOWED, DAY, (Allowed.COME_ALONG,), TellingGround.RESIDENT)], WHOLE, NOTHING),
        (
            [EVERYTHING],
            MayGet(frozenset(), DAY),
            Telling((Allowed.HOW_IT_GOES, Allowed.DECISIONS), TellingGround.RESIDENT, is_shielded=True),
        ),
        (
            [EVERYTHING],
            MayGet(frozenset({Findable.HELPERS})),
            Telling(
                (Allowed.HOW_IT_GOES, Allowed.WHO_HELPS, Allowed.PLAN, Allowed.DECISIONS),
                TellingGround.RESIDENT,
                is_shielded=True,
            ),
        ),
        (
            [Turn(NetworkStep.ALLOWED, DAY, (Allowed.APPOINTMENTS,), TellingGround.RESIDENT)],
            MayGet(frozenset(), DAY),
            Telling((), TellingGround.NONE, is_shielded=True),
        ),
        (
            [Turn(NetworkStep.ALLOWED, DAY, (Allowed.PLAN,), TellingGround.RESIDENT)],
            MayGet(frozenset(), DAY),
            Telling((), TellingGround.NONE, is_shielded=True),
        ),
    ],
)
def test_telling_needs_a_ground_and_a_shield_goes_first(turns: list[Turn], gets: MayGet, expected: Telling) -> None:
    assert may_be_told(standing_of(turns), gets) == expected


@pytest.mark.parametrize(
    ("before", "turn", "field"),
    [
        ([], EVERYTHING, None),
        ([], Turn(NetworkStep.ALLOWED, DAY), None),
        ([], Turn(NetworkStep.ALLOWED, NEXT), "on"),
        ([], Turn(NetworkStep.ALLOWED, DAY, USUAL), "ground"),
        ([], INVITED, "step"),
        ([EVERYTHING], INVITED, None),
        ([EVERYTHING], Turn(NetworkStep.ACCEPTED, DAY), "step"),
        ([EVERYTHING], Turn(NetworkStep.DECLINED, DAY), "step"),
        ([EVERYTHING, INVITED], Turn(NetworkStep.DECLINED, DAY), None),
    ],
)
def test_nobody_is_invited_before_the_resident_said_what_they_may(
    before: list[Turn], turn: Turn, field: str | None
) -> None:
    assert set(turn_problems(standing_of(before), turn, DAY)) == ({field} if field else set())
