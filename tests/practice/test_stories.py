"""Stories are told together in the order of time, and moments are counted back from now."""

from datetime import UTC, date, datetime, timedelta

from houvast.kernel.working_time import AMSTERDAM
from houvast.practice.moments import Moments
from houvast.practice.stories import Story, tell

MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_stories_are_told_in_the_order_of_time() -> None:
    done: list[str] = []

    def story(name: str, *days: int) -> Story:
        for day in days:
            moment = yield MONDAY + timedelta(days=day)
            assert moment == MONDAY + timedelta(days=day)
            done.append(f"{name}{day}")

    moments = list(tell([story("a", 1, 4), story("b", 0, 2, 6)]))
    assert done == ["b0", "a1", "b2", "a4", "b6"]
    assert moments == sorted(moments)


def test_at_one_moment_the_story_that_was_named_first_goes_first() -> None:
    done: list[str] = []

    def story(name: str) -> Story:
        yield MONDAY
        done.append(name)

    list(tell([story("a"), story("b")]))
    assert done == ["a", "b"]


def test_a_story_does_not_go_back_in_time() -> None:
    told: list[datetime] = []

    def story() -> Story:
        told.append((yield MONDAY))
        told.append((yield MONDAY - timedelta(minutes=1)))

    assert list(tell([story()])) == [MONDAY, MONDAY]
    assert told == [MONDAY, MONDAY]


def test_moments_are_counted_back_in_days_and_in_working_days() -> None:
    at = Moments(MONDAY)
    assert at.today == date(2026, 11, 23)
    assert at.ago(6, 17) == datetime(2026, 11, 17, 17, tzinfo=AMSTERDAM)
    assert at.working_ago(1, 15, 30) == datetime(2026, 11, 20, 15, 30, tzinfo=AMSTERDAM)
    assert at.working_ago(6, 9) == datetime(2026, 11, 13, 9, tzinfo=AMSTERDAM)
    assert at.ahead(4) == date(2026, 11, 27)
    assert at.today_less(20) == date(2026, 11, 3)
    assert at.end_of(at.ahead(11)) == datetime(2026, 12, 4, 23, 59, tzinfo=AMSTERDAM)


def test_what_would_be_later_today_happens_now() -> None:
    at = Moments(MONDAY)
    assert at.today_at(8, 5) == datetime(2026, 11, 23, 8, 5, tzinfo=AMSTERDAM)
    assert at.today_at(16) == MONDAY
