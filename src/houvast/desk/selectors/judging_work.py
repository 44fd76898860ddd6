"""Mijn werk: the judgements that somebody is asked for, or that an organisation outside Houvast still owes."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.judgements import WaitingJudgement
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer


def judging_rows(
    viewer: Viewer, waiting: tuple[WaitingJudgement, ...], cases: Mapping[UUID, FoundCase], now: datetime
) -> Iterator[WorkRow]:
    """Give a row for each judgement that waits for this viewer: their own, or one that they record."""
    for each in waiting:
        found = cases.get(each.case_id)
        if found is None or (each.member_id or each.asked_by_id) not in viewer.member_ids:
            continue
        step = f"{'op' if each.to_phase > each.from_phase else 'af'} te schalen naar AVE {each.to_phase}"
        if each.member_id is None:
            why = f"Vraag {each.organisation} om een oordeel over het voorstel om {step}, en leg het vast."
        else:
            why = f"{each.asked_by} vraagt uw oordeel over een voorstel om {step}."
        when, band = term(each.answer_before, now), found.band
        cause = Cause.TERM_PASSED if when[2] else Cause.YOUR_DECISION
        order = (0, each.answer_before.isoformat())
        yield WorkRow(
            cause, band.code, band.name, band.phase, why, when[0], when[1], when[2], Act.JUDGE, str(each.id), order
        )
