"""Mijn werk: who broke the glass, told at once to who leads the case, or to the privacy officer."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors import glass
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.glass import GlassLine
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import moment


def glass_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give who broke the glass of cases that the viewer leads, until somebody said whether it was right."""
    for line in glass.waiting(viewer, led.keys(), now=now) if led else ():
        if line.may_judge.allowed:
            found = led[line.case_id]
            yield _row(line, found, now)


def officer_rows(viewer: Viewer, *, now: datetime) -> Iterator[WorkRow]:
    """Give a privacy officer what nobody of the case can judge, or did in time: the number of the case, and no more."""
    for line in glass.of_municipality(viewer, now=now) if viewer.is_privacy_officer else ():
        if line.may_judge.allowed:
            yield _row(line, None, now)


def _row(line: GlassLine, found: FoundCase | None, now: datetime) -> WorkRow:
    runs = f"en ziet de casus tot {moment(line.until, now)}" if line.until > now else "en zag de casus een tijd"
    when = term(line.judge_before, now)
    late = "" if found or not when[2] else " Wie de casus leidt, zei dat niet op tijd."
    return WorkRow(
        Cause.TERM_PASSED if found and when[2] else Cause.GLASS,
        found.band.code if found else "",
        found.band.name if found else f"Casus {line.code}",
        found.band.phase if found else None,
        f"{line.member} ({line.organisation}) nam noodtoegang, {runs}. Was dat terecht?{late}",
        *when,
        Act.JUDGE_GLASS,
        str(line.id),
        (0, line.at.isoformat()),
    )
