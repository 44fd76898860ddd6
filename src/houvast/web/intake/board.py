"""The triage board: the queue by clock, the concern that is open, and what may be decided about it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.audit.services.act import record_read
from houvast.cases.selectors.bands import by_ids
from houvast.intake import events
from houvast.intake.selectors.concern_pages import ConcernPage
from houvast.intake.selectors.queue import Queue, queue
from houvast.intake.services.take_concern import take_concern
from houvast.kernel.errors import Conflict, NotVisible
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake import heads
from houvast.web.intake.concerns import concern_look
from houvast.web.intake.decided import last_decided
from houvast.web.intake.looks import ConcernLook
from houvast.web.intake.reading import may_decide, read_concern, read_persons


@require_safe
@signed_in
def board(request: DoorRequest) -> HttpResponse:
    """Open the first concern in the queue with which nobody else is busy."""
    waiting = _read_queue(request)
    me = request.viewer.member_id
    free = (line.id for line in waiting.page.rows if line.busy is None or line.busy.member_id == me)
    return _show(request, waiting, next(free, None))


@require_safe
@signed_in
def concern(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Open one concern on the board."""
    return _show(request, _read_queue(request), concern_id)


def _read_queue(request: DoorRequest) -> Queue:
    waiting = queue(request.viewer, now=request.now, after=request.GET.get("na", ""))
    record_read(
        events.QUEUE_READ,
        actor=request.actor,
        now=request.now,
        municipality=request.viewer.municipality_id,
        details={"rows": len(waiting.page.rows)},
    )
    return waiting


def _show(request: DoorRequest, waiting: Queue, concern_id: UUID | None) -> HttpResponse:
    opened = _open(request, waiting, concern_id) if concern_id else None
    look = heads.board_look(
        request.viewer,
        waiting,
        now=request.now,
        open_id=concern_id,
        opened=opened,
        undo=last_decided(request),
        after=request.GET.get("na", ""),
    )
    return render(request, "signalen/bord.html", {"nav": "signalen", "bord": look})


def _open(request: DoorRequest, waiting: Queue, concern_id: UUID) -> ConcernLook:
    page = read_concern(request, concern_id)
    _take(request, page)
    persons = read_persons(request, page)
    case_ids = {hit.case_id for person in persons for hit in person.cases} | ({page.case_id} - {None})
    visible = by_ids(request.viewer, {each for each in case_ids if each}, now=request.now) if case_ids else {}
    return concern_look(
        request.viewer,
        page,
        persons,
        now=request.now,
        chosen=request.GET.get("persoon", ""),
        visible={case_id: found.band.code for case_id, found in visible.items()},
        following=heads.following(waiting, concern_id),
    )


def _take(request: DoorRequest, page: ConcernPage) -> None:
    """Let others see that somebody is busy with it: opening a concern is beginning with it, and stops nobody.

    Who was just busy with it is not asked again; what somebody else decided meanwhile shows when this one decides.
    """
    if page.busy is not None or not may_decide(request, page):
        return
    try:
        take_concern(actor=request.actor, now=request.now, concern_id=page.id)
    except (Conflict, NotVisible):
        return
