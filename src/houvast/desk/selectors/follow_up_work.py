"""Mijn werk: what may still be filled in after scaling, one row for each case however often it scaled."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from houvast.cases import policy
from houvast.cases.models import FollowUp
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.questions import OpenFollowUp
from houvast.desk.rules.work import Act, Cause, WorkRow, term, together, which_scaling
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam

_SAID = {
    FollowUp.Item.HEARD: "Nog niet vastgelegd wie is gehoord bij {which}.",
    FollowUp.Item.RESIDENT_TOLD: "De inwoner weet nog niet van {which}.",
}


def follow_up_rows(
    viewer: Viewer,
    waiting: Sequence[OpenFollowUp],
    cases: Mapping[UUID, FoundCase],
    looked_after: Collection[UUID],
    now: datetime,
) -> Iterator[WorkRow]:
    """Give a row for each case with the first thing to do, and how many there are."""
    by_case: dict[UUID, list[OpenFollowUp]] = {}
    for each in waiting:
        found = cases.get(each.case_id)
        own = each.case_id in looked_after
        if found is not None and policy.may_follow_up(viewer, found.facts, looks_after=own).allowed:
            by_case.setdefault(each.case_id, []).append(each)
    for case_id, open_ones in by_case.items():
        first = min(open_ones, key=lambda each: _day(each.until))
        yield _row(cases[case_id], first, len(open_ones), now)


def _day(until: datetime | date) -> date:
    return in_amsterdam(until).date() if isinstance(until, datetime) else until


def _row(found: FoundCase, first: OpenFollowUp, number: int, now: datetime) -> WorkRow:
    band = found.band
    which = which_scaling(first.to_phase, first.up, first.moved_at, now)
    why = together(_SAID[first.item].format(which=which), number) + (" De casus is gesloten." if band.is_closed else "")
    when = term(first.until, now)
    cause = Cause.TERM_PASSED if when[2] else Cause.FOLLOW_UP
    order = (0, first.until.isoformat())
    return WorkRow(cause, band.code, band.name, band.phase, why, *when, Act.FOLLOW_UP, str(first.decision_id), order)
