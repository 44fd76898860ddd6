"""Finding a case, its neighbour municipality or a stay, and putting the read on record before it is shown."""

from uuid import UUID

from houvast.audit.services.act import record_read
from houvast.cases import policy
from houvast.cases.events import CASE_READ
from houvast.cases.selectors import bands, moves, stays
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.moves import MovePage
from houvast.cases.selectors.stays import StayPage
from houvast.directory.selectors_elsewhere import Neighbour, neighbour
from houvast.kernel.errors import NotVisible, Refused
from houvast.web.door import DoorRequest


def led_case(request: DoorRequest, code: str) -> FoundCase:
    """Give a case in which the viewer may work. Raises `NotVisible` or `Refused`."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_work_in(request.viewer, found.facts)
    if not verdict.allowed:
        raise Refused(verdict)
    return found


def other_municipality(found: FoundCase, code: str) -> Neighbour:
    """Give another municipality than that of the case. Raises `NotVisible`."""
    other = neighbour(found.band.municipality_id, code)
    if other is None:
        raise NotVisible
    return other


def find_stay(request: DoorRequest, stay_id: UUID) -> tuple[FoundCase, StayPage]:
    """Give a stay with its case. Raises `NotVisible`."""
    page = stays.by_id(request.viewer, stay_id, now=request.now)
    found = bands.by_ids(request.viewer, [page.line.case_id], now=request.now).get(page.line.case_id)
    if found is None:
        raise NotVisible
    return found, page


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


def find_offer(request: DoorRequest, offer_id: UUID) -> MovePage:
    """Give an offer whole, without its case: who is asked to receive it sees nothing of that. Raises `NotVisible`."""
    return moves.by_id(request.viewer, offer_id, now=request.now)


def record_offer(request: DoorRequest, page: MovePage) -> None:
    """Put on record, in the log of the case that is offered, that somebody read the offer."""
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.municipality_id,
        case=page.line.case_id,
        subject="move",
        subject_id=page.line.id,
        details={"page": "move"},
    )
