"""Finding a document with its case, and putting the read on record before it is shown."""

from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import record_read
from houvast.cases.rules.matrix import Part
from houvast.cases.selectors import bands
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.selectors.contents import parts_seen
from houvast.documents.selectors.reading import DocumentPage, page
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest


def find(request: DoorRequest, document_id: UUID) -> tuple[FoundCase, DocumentPage]:
    """Give a document with its case. Raises `NotVisible`."""
    found = page(request.viewer, document_id, now=request.now)
    case = bands.by_ids(request.viewer, [found.line.case_id], now=request.now).get(found.line.case_id)
    if case is None:
        raise NotVisible
    return case, found


def parts(request: DoorRequest, found: FoundCase) -> frozenset[Part]:
    """Give the parts of a case that the viewer sees: who takes part may add, and reads what is their own."""
    return parts_seen(request.viewer, found.band.case_id, now=request.now)


def on_record(request: DoorRequest, event: Event, found: FoundCase, document_id: UUID | None = None) -> None:
    """Put on record that somebody looked."""
    record_read(
        event,
        actor=request.actor,
        now=request.now,
        municipality=found.band.municipality_id,
        case=found.band.case_id,
        subject="document" if document_id else "",
        subject_id=document_id,
    )
