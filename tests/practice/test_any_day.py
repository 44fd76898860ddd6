"""The practice region can be filled on any day: stories count in days and in working days, and holidays lie between."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from houvast.cases.models import Case
from houvast.practice.fill import fill
from tests.practice.conftest import SOME

AFTER_CHRISTMAS = datetime(2027, 1, 3, 3, tzinfo=UTC)
"""A Sunday, at night: eight working days ago was before Christmas."""
OTHERS = (
    datetime(2026, 12, 26, 13, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 45, tzinfo=UTC),
    datetime(2027, 3, 28, 0, 30, tzinfo=UTC),
    datetime(2027, 4, 28, 9, 5, tzinfo=UTC),
    datetime(2027, 5, 17, 22, 5, tzinfo=UTC),
    datetime(2027, 10, 31, 0, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 22, 5, tzinfo=UTC),
)
"""Holidays, the last hour of a year, the nights in which clocks are changed, and a leap day."""
MOMENTS = (AFTER_CHRISTMAS, *(OTHERS if os.environ.get("HOUVAST_TEST_SIZE") == "large" else ()))


@pytest.mark.parametrize("now", MOMENTS, ids=datetime.isoformat)
def test_the_region_is_filled(now: datetime, db: None, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The disk stamps files with the day that it is, which may be long before: nothing here is left behind.
    monkeypatch.setattr("houvast.documents.store.ABANDONED_AFTER", timedelta(weeks=1000))
    fill(lambda line: None, now=now, only=SOME)
    assert Case.objects.filter(opened_at__gt=now).count() == 0
    assert Case.objects.count() > 50
