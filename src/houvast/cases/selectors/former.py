"""Who led a case before: proposed first when it opens again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import scopes
from houvast.cases.rules.seats import SeatState
from houvast.directory.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FormerDirector:
    """The last member who had the case direction."""

    member_id: UUID
    name: str


def former_director(viewer: Viewer, case_id: UUID, *, now: datetime) -> FormerDirector | None:
    """Give the last member who had the case direction for good; None when nobody did."""
    seats = scopes.seats(viewer, now=now).filter(case_id=case_id, responsibility=Responsibility.CASE_DIRECTION)
    last = seats.filter(state=SeatState.HELD).select_related("member").order_by("-number").first()
    if last is None or last.member is None:
        return None
    return FormerDirector(last.member.id, last.member.name)
