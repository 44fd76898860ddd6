"""Mijn werk: reporting codes that are open, for who began them and for the case director, with how long."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since
from houvast.directory.viewer import Viewer
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.dutch_dates import short
from houvast.kernel.working_time import in_amsterdam, working_days_between
from houvast.reporting_code.selectors.reading import OpenCode


def code_rows(
    viewer: Viewer, codes: Collection[OpenCode], known: Mapping[UUID, FoundCase], now: datetime
) -> Iterator[WorkRow]:
    """Give a row for each open one; the setting of the municipality is read when there are any."""
    if not codes:
        return
    days, today = settings_of(viewer.municipality_id).code_open_working_days, in_amsterdam(now).date()
    for code in codes:
        found, began = known.get(code.case_id), in_amsterdam(code.begun_at).date()
        if found is None:
            continue
        by = "U begon" if code.begun_by_id in viewer.member_ids else f"{code.begun_by} begon"
        yield WorkRow(
            Cause.REPORTING_CODE,
            found.band.code,
            found.band.name,
            found.band.phase,
            f"{by} een meldcode. Er is nog niet besloten.",
            days_since(code.begun_at, now),
            f"sinds {short(began, today)}",
            working_days_between(began, today) > days,
            Act.SEE_CODE,
            str(code.id),
            (0, code.begun_at.isoformat()),
        )
