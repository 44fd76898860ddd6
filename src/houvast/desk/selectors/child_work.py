"""What Mijn werk says of children: a plan that says nothing of them, or a child who came since its last version."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.children import newest_children
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.children import lacking, lacks_children
from houvast.plans.selectors.reading import said_of_children


def child_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each case that one leads and whose plan lacks the children, in two queries."""
    newest, today = newest_children(led.keys()), in_amsterdam(now).date()
    for case_id, (says, made_at) in said_of_children(viewer, newest.keys(), now=now).items():
        if not lacks_children(says, made_at, newest[case_id]):
            continue
        band, since = led[case_id].band, max(newest[case_id], made_at)
        yield WorkRow(
            Cause.FOLLOW_UP,
            band.code,
            band.name,
            band.phase,
            lacking(new=says),
            days_since(since, now),
            f"sinds {short(in_amsterdam(since).date(), today)}",
            False,
            Act.UPDATE_PLAN,
            "",
            (0, since.isoformat()),
        )
