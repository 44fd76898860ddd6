"""Mijn werk of a privacy officer: who opened unusually many cases, until somebody said what came of it."""

from collections.abc import Iterator
from datetime import datetime

from houvast.accountability.selectors.alarms import alarms
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment


def alarm_rows(viewer: Viewer, *, now: datetime) -> Iterator[WorkRow]:
    """Give them; nothing for anybody else, without a query, and never to who it is about."""
    for each in alarms(viewer, waiting=True):
        yield WorkRow(
            Cause.ALARM,
            "",
            each.member,
            None,
            f"{each.member} ({each.organisation}) opende {each.cases} casussen op één dag. Klopt dat met het werk?",
            days_since(each.at, now),
            moment(each.at, now),
            False,
            Act.ANSWER_ALARM,
            str(each.id),
            (0, each.at.isoformat()),
        )
