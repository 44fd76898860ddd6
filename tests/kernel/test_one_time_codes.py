"""To which numbers a code goes, how often, and how long it can be tried."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from houvast.kernel.one_time_codes import (
    CODE_AGAIN_AFTER,
    CODE_FOR,
    MOST_CODES,
    MOST_TRIES,
    KeptCode,
    Sending,
    may_send,
    number_to_text,
)
from tests.worlds import NOW

KEPT = KeptCode(UUID(int=1), "hash", NOW + CODE_FOR, 0, None)


@pytest.mark.parametrize(
    ("phone", "number"),
    [
        ("06 00 00 04 17", "+31600000417"),
        ("06-00000417", "+31600000417"),
        ("+31 6 00 00 04 17", "+31600000417"),
        ("0031 6 00000417", "+31600000417"),
        ("+49 151 0000 0417", "+4915100000417"),
        ("050 000 02 31", ""),
        ("+31 50 000 02 31", ""),
        ("0800 00 00 99", ""),
        ("06 00 00 04", ""),
        ("06 00 00 04 17 toestel 3", ""),
        ("vraag naar Jan", ""),
        ("", ""),
    ],
)
def test_a_code_goes_to_a_mobile_number_only(phone: str, number: str) -> None:
    assert number_to_text(phone) == number


def test_codes_go_out_one_at_a_time_and_not_for_ever() -> None:
    assert may_send([], NOW) is Sending.SENT
    assert may_send([NOW], NOW) is Sending.JUST_SENT
    assert may_send([NOW - CODE_AGAIN_AFTER], NOW) is Sending.SENT
    assert may_send([NOW - CODE_AGAIN_AFTER] * MOST_CODES, NOW) is Sending.NO_MORE


def test_codes_are_guessed_less_often_than_nist_allows() -> None:
    assert MOST_CODES * MOST_TRIES <= 100


def test_a_code_is_tried_in_time_a_few_times_and_used_once() -> None:
    late = NOW + CODE_FOR
    assert KEPT.can_be_tried(late - timedelta(seconds=1))
    assert not KEPT.can_be_tried(late)
    assert replace(KEPT, tries=MOST_TRIES - 1).can_be_tried(NOW)
    assert not replace(KEPT, tries=MOST_TRIES).can_be_tried(NOW)
    assert not replace(KEPT, used_at=NOW).can_be_tried(NOW)
