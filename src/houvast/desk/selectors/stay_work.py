"""Mijn werk: stays elsewhere of which the last day is near, on both sides; and passed, for who leads the case."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.rules.stays import has_passed, is_near
from houvast.cases.selectors import stays
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.stays import ElsewhereLine
from houvast.desk.rules.stays import why_ending
from houvast.desk.rules.work import Act, Cause, WorkRow, coming
from houvast.directory.viewer import Viewer
from houvast.intake.selectors.settings import settings_of
from houvast.kernel.working_time import in_amsterdam


def ending_soon(viewer: Viewer, *, now: datetime) -> tuple[ElsewhereLine, ...]:
    """Give the stays that end soon by the term of the viewer's own municipality, which is read when there are any."""
    found = stays.ending(viewer, now=now)
    if not found:
        return ()
    terms, today = settings_of(viewer.municipality_id).stay_terms, in_amsterdam(now).date()
    return tuple(each for each in found if is_near(each.until_on, today, terms))


def stay_rows(
    viewer: Viewer,
    ending: Collection[ElsewhereLine],
    known: Mapping[UUID, FoundCase],
    led: Collection[UUID],
    *,
    now: datetime,
) -> Iterator[WorkRow]:
    """Give the stays that end soon: to who leads the case and to who hosts. `known` holds the cases of the stays."""
    today = in_amsterdam(now).date()
    for stay in ending:
        found, hosts = known.get(stay.case_id), stay.is_hosted_by(viewer)
        if found is None or not (hosts or stay.case_id in led):
            continue
        passed = has_passed(stay.until_on, today)
        why = why_ending(stay.host, stay.who, hosts=hosts, passed=passed, leading=found.band.municipality)
        cause = Cause.TERM_PASSED if passed else Cause.STAY
        when, exact, late = coming(stay.until_on, now)
        band = found.band
        yield WorkRow(
            cause,
            band.code,
            band.name,
            band.phase,
            why,
            when,
            exact,
            late,
            Act.SEE_STAY,
            str(stay.id),
            (0, stay.until_on.isoformat()),
        )
