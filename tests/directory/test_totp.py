"""Codes are those of RFC 6238; expectations are its own test vectors (appendix B, SHA-1, last six digits)."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from houvast.directory.totp import code_of, matching_step, step_at, usable_steps

SECRET = base64.b32encode(b"12345678901234567890").decode()


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "287082"),
        (1_111_111_109, "081804"),
        (1_111_111_111, "050471"),
        (1_234_567_890, "005924"),
        (2_000_000_000, "279037"),
    ],
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    now = datetime.fromtimestamp(seconds, tz=UTC)
    assert code_of(SECRET, step_at(now)) == code
    assert matching_step(SECRET, code, after=0, now=now) == seconds // 30


def test_a_step_that_was_used_and_those_before_it_are_over() -> None:
    now = datetime.fromtimestamp(1_234_567_890, tz=UTC)
    step = step_at(now)
    assert list(usable_steps(after=0, now=now)) == [step - 1, step, step + 1]
    assert list(usable_steps(after=step, now=now)) == [step + 1]
    assert list(usable_steps(after=step + 1, now=now)) == []
    assert matching_step(SECRET, "005924", after=step, now=now) is None


def test_an_old_code_is_over() -> None:
    now = datetime.fromtimestamp(1_234_567_890, tz=UTC) + timedelta(seconds=60)
    assert matching_step(SECRET, "005924", after=0, now=now) is None


@pytest.mark.parametrize("typed", ["", "00592", "0059244", "geen code", "００５９２４"])
def test_what_is_no_code_matches_nothing(typed: str) -> None:
    assert matching_step(SECRET, typed, after=0, now=datetime.fromtimestamp(1_234_567_890, tz=UTC)) is None
