"""Putting a read on record before its page is shown: no entry, no page."""

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.bands import FoundCase
from houvast.web.door import DoorRequest


def record(request: DoorRequest, found: FoundCase, page: str) -> None:
    """Record that the viewer was shown a page about this case."""
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        details={"page": page},
    )
