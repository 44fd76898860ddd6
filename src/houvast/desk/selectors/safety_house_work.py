"""What referrals to a safety house put on Mijn werk: no answer in time, an answer that came, a case that came back."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.desk.rules.work import Act, Cause, WorkRow, days_since, term
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house.rules.content import ReferralStanding
from houvast.safety_house.selectors.referrals import ReferralMark, marks

_ANSWER_IS_NEWS = timedelta(days=7)


def referral_rows(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> Iterator[WorkRow]:
    """Give a row for the newest referral of each case that one leads, when it asks for something; in one query."""
    seen: set[UUID] = set()
    for mark in marks(viewer, led.keys(), now=now):
        if mark.case_id not in seen:
            seen.add(mark.case_id)
            yield from _row(mark, led[mark.case_id], now)


def _row(mark: ReferralMark, found: FoundCase, now: datetime) -> Iterator[WorkRow]:
    band, since = found.band, in_amsterdam(mark.moved_at).date()
    when = (days_since(mark.moved_at, now), f"sinds {short(since, in_amsterdam(now).date())}", False)
    order, act, target = mark.moved_at.isoformat(), Act.SEE_REFERRAL, ""
    cause = Cause.YOUR_DECISION
    if mark.standing is ReferralStanding.ASKED:
        when, order, cause = term(mark.answer_before, now), mark.answer_before.isoformat(), Cause.TERM_PASSED
        if not when[2]:
            return
        why = f"{mark.house} gaf nog geen antwoord op de aanmelding. Bel daarover."
    elif mark.standing is ReferralStanding.RETURNED:
        if mark.looked_back:
            return
        why, act, target = f"{came_back(mark)}. Kijk terug op wat u van elkaar verwachtte.", Act.LOOK_BACK, str(mark.id)
    else:
        if now - mark.moved_at > _ANSWER_IS_NEWS:
            return
        why = f"{mark.house} gaf antwoord: {word_for(mark.standing)}. Lees wat het wel en niet doet."
    yield WorkRow(cause, band.code, band.name, band.phase, why, *when, act, target, (0, order))


def came_back(mark: ReferralMark) -> str:
    """Say that a case came back, and which time it was: "Terug van ZVH Groningen, 2e keer"."""
    return f"Terug van {mark.house}, {mark.returns}e keer"
