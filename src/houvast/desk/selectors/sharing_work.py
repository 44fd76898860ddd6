"""What sharing asks of who leads a case: an answer as the second person, and telling the resident."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases.selectors.bands import FoundCase
from houvast.directory.viewer import Viewer
from houvast.kernel.working_time import in_amsterdam
from houvast.sharing.rules.content import DisclosureState
from houvast.sharing.selectors.disclosures import waiting_in


@dataclass(frozen=True, slots=True)
class SharingWork:
    """A disclosure that waits for the viewer: for an answer (`waits`), or for looking again whether it can be told."""

    id: UUID
    code: str
    receiver: str
    waits: bool


def sharing_work(viewer: Viewer, led: Mapping[UUID, FoundCase], *, now: datetime) -> tuple[SharingWork, ...]:
    """Give what waits in the cases that the viewer leads, in four queries; in none for who leads none."""
    if not led:
        return ()
    today = in_amsterdam(now).date()
    lines = waiting_in(viewer, led.keys(), now=now)
    return tuple(
        SharingWork(each.id, led[each.case_id].band.code, each.receiver, each.state is DisclosureState.WAITING)
        for each in lines
        if (each.state is DisclosureState.WAITING and each.by_id != viewer.member_id) or each.wants_telling(today)
    )
