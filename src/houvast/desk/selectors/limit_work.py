"""What limits put on Mijn werk: one that ends soon, and one of which the resident must still be told."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.value_terms import VALUES
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.selectors.limits import NearLimit, near

_NEAR = timedelta(days=14)


def limit_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for each limit that asks for something within two weeks, in cases that one leads, in one query."""
    until = in_amsterdam(now).date() + _NEAR
    for limit in near(viewer, led.keys(), now=now, until=until):
        when, band = term(limit.day, now), led[limit.case_id].band
        yield WorkRow(
            Cause.LIMIT,
            band.code,
            band.name,
            band.phase,
            _why(limit),
            *when,
            Act.SEE_PLAN,
            "",
            (0, limit.day.isoformat()),
        )


def _why(limit: NearLimit) -> str:
    name = VALUES["Measure"][limit.kind.name]
    if limit.is_end:
        return f"Een maatregel loopt af: {name}. Wat komt ervoor in de plaats?"
    return f"De inwoner weet nog niet van een maatregel: {name}."
