"""Read a concern for a page, and put that on record before anything is shown."""

from uuid import UUID

from houvast.audit.services.act import record_read
from houvast.intake import events, policy
from houvast.intake.selectors.concern_pages import ConcernPage, concern_page
from houvast.intake.selectors.persons import KnownPerson, known_persons
from houvast.web.door import DoorRequest


def may_decide(request: DoorRequest, page: ConcernPage) -> bool:
    """Whether the viewer may decide about a concern now."""
    return page.facts.waits and policy.may_decide(request.viewer, page.facts, page.duo_domains).allowed


def read_concern(request: DoorRequest, concern_id: UUID) -> ConcernPage:
    """Give a concern. Raises `NotVisible`."""
    page = concern_page(request.viewer, concern_id, now=request.now)
    record_read(
        events.CONCERN_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.municipality_id,
        subject="concern",
        subject_id=concern_id,
        details={"text": page.told is not None},
    )
    return page


def read_persons(request: DoorRequest, page: ConcernPage) -> tuple[KnownPerson, ...]:
    """Give who the person of a concern may be, for who may decide. The log counts them and names nobody."""
    if not may_decide(request, page):
        return ()
    found = known_persons(request.viewer, page.id, now=request.now)
    record_read(
        events.KNOWN_PERSONS_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.municipality_id,
        subject="concern",
        subject_id=page.id,
        details={"shown": len(found)},
    )
    return found
