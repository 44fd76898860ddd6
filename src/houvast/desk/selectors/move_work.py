"""Mijn werk: cases that another municipality offers, and one's own offers of which the term has passed."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from houvast.cases import policy
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moves import MoveLine
from houvast.desk.rules.work import Act, Cause, WorkRow, term
from houvast.directory.viewer import Viewer


def move_rows(
    viewer: Viewer,
    moves: Collection[MoveLine],
    known: Mapping[UUID, FoundCase],
    led: Collection[UUID],
    *,
    now: datetime,
) -> Iterator[WorkRow]:
    """Give what the viewer is asked to receive, and what the viewer offered and nobody answered in time."""
    for move in moves:
        when, order = term(move.answer_before, now), (0, move.answer_before.isoformat())
        found, target = known.get(move.case_id), str(move.id)
        if policy.may_answer_move(viewer, move.asked).allowed:
            name, cause = f"Verhuizing uit {move.from_municipality}", Cause.YOUR_DECISION
            why = f"{move.offered_by} vraagt of uw gemeente deze casus overneemt."
            if when[2]:
                cause = Cause.TERM_PASSED
            yield WorkRow(cause, "", name, None, why, *when, Act.ANSWER_MOVE, target, order)
        elif found is not None and move.case_id in led and when[2]:
            band = found.band
            why = f"{move.to_municipality} gaf nog geen antwoord op de verhuizing. U blijft de casus leiden."
            yield WorkRow(Cause.TERM_PASSED, band.code, band.name, band.phase, why, *when, Act.SEE_MOVE, target, order)
