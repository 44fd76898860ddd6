"""Somebody else was first, and the case is no longer to be seen: who answered, what and when, and what was typed."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from houvast.audit.services.act import record_read
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.answers import answer_to
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest
from houvast.web.scaling.conflict import CONFLICT, typed
from houvast.web.scaling.told import OUTCOMES

Page = Callable[..., HttpResponse]


def or_answered(page: Page) -> Page:
    """Let a page about a question tell who was asked it, and comes too late, that somebody else answered it."""

    @wraps(page)
    def shown(request: DoorRequest, **question: UUID) -> HttpResponse:
        try:
            return page(request, **question)
        except NotVisible:
            return _answered(request, *question.values())

    return shown


def _answered(request: DoorRequest, question_id: UUID) -> HttpResponse:
    answer = answer_to(request.viewer, question_id, now=request.now)
    details = {"page": "answered"}
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=answer.municipality_id,
        case=answer.case_id,
        details=details,
    )
    context = {
        "nav": "werk",
        "outcome": OUTCOMES[answer.outcome],
        "to_phase": answer.to_phase,
        "by": answer.answered_by,
        "at": moment(answer.answered_at, request.now),
        "typed": typed(request),
    }
    status = CONFLICT if request.method == "POST" else 200
    return render(request, "schalen/beantwoord.html", context, status=status)
