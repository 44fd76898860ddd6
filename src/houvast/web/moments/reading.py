"""Finding a crucial moment with its case, and putting the read on record before it is shown."""

from uuid import UUID

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors import bands, moments
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.moments import MomentPage
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest


def case_of(request: DoorRequest, case_id: UUID) -> FoundCase:
    """Give the case of a moment or item. Raises `NotVisible`."""
    found = bands.by_ids(request.viewer, [case_id], now=request.now).get(case_id)
    if found is None:
        raise NotVisible
    return found


def find(request: DoorRequest, moment_id: UUID) -> tuple[FoundCase, MomentPage]:
    """Give a moment with its case. Raises `NotVisible`."""
    page = moments.by_id(request.viewer, moment_id, now=request.now)
    return case_of(request, page.moment.case_id), page


def on_record(request: DoorRequest, found: FoundCase, page: str) -> None:
    """Put on record that somebody looked."""
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"page": page},
    )
