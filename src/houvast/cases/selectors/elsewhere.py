"""What crossed between a case and another municipality, as far as the viewer may see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors import moves, stays
from houvast.cases.selectors.moves import MoveLine, ReceivedMove
from houvast.cases.selectors.stays import ElsewhereLine
from houvast.directory.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Stays in other municipalities, offers to them, and what came over with the case when it came from one."""

    stays: tuple[ElsewhereLine, ...] = ()
    moves: tuple[MoveLine, ...] = ()
    received: tuple[ReceivedMove, ...] = ()


NOWHERE = Elsewhere()


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> Elsewhere:
    """Give what crossed, in four queries."""
    return Elsewhere(
        stays.of_case(viewer, case_id, now=now),
        moves.of_case(viewer, case_id, now=now),
        moves.received(viewer, case_id, now=now),
    )
