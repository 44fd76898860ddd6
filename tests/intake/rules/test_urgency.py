from datetime import datetime, time

import pytest

from houvast.intake.rules.urgency import DEFAULT_URGENCIES, Urgency, decide_by
from houvast.kernel.working_time import AMSTERDAM


def test_four_working_hours_from_five_past_eight() -> None:
    received = datetime(2026, 11, 23, 8, 5, tzinfo=AMSTERDAM)
    assert decide_by(received, Urgency("urgent", "Spoed", 4)) == datetime(2026, 11, 23, 12, 5, tzinfo=AMSTERDAM)


def test_a_concern_of_friday_evening_waits_for_monday() -> None:
    received = datetime(2026, 11, 20, 22, 0, tzinfo=AMSTERDAM)
    assert decide_by(received, Urgency("urgent", "Spoed", 4)) == datetime(2026, 11, 23, 12, 0, tzinfo=AMSTERDAM)


def test_a_municipality_may_keep_other_hours() -> None:
    received = datetime(2026, 11, 23, 16, 0, tzinfo=AMSTERDAM)
    due = decide_by(received, Urgency("soon", "Snel", 2), opens=time(9), closes=time(17))
    assert due == datetime(2026, 11, 24, 10, 0, tzinfo=AMSTERDAM)


def test_the_default_levels_run_from_urgent_to_normal() -> None:
    assert [(code, level.name, level.working_hours) for code, level in DEFAULT_URGENCIES.items()] == [
        ("urgent", "Spoed", 4),
        ("soon", "Snel", 9),
        ("normal", "Gewoon", 27),
    ]


def test_a_level_without_time_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Urgency("now", "Nu", 0)


def test_one_working_hour_is_the_least() -> None:
    assert Urgency("now", "Nu", 1).working_hours == 1
