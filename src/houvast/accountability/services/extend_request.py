"""Extend the term of a request because it is complex, with the reason; within the first term (AVG art. 12(3))."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.requests import RequestStep, add_months
from houvast.accountability.selectors.requests import term_of
from houvast.accountability.services.steps.requesting import load_request, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam

_ALREADY = "De termijn is al verlengd. Dat kan één keer."
_LATE = "De eerste termijn is voorbij. Verlengen kan alleen daarbinnen."
_WHY = "Schrijf waarom het langer duurt. Dat hoort de inwoner binnen de eerste termijn."


def extend_request(*, actor: Actor, now: datetime, request_id: UUID, reason: str) -> None:
    """Extend it once. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`."""
    with act(events.REQUEST_EXTENDED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        if RequestStep.EXTENDED in view.standing.steps:
            raise Conflict(_ALREADY)
        if in_amsterdam(now).date() > row.due_on:
            raise Conflict(_LATE)
        if not reason.strip():
            raise Invalid({"reason": _WHY})
        term = term_of(row.municipality_id)
        until = add_months(row.received_on, term.months + term.extension)
        write_turn(row, viewer, now, RequestStep.EXTENDED, due_on=until, reason=reason)
        acting.details["due_on"] = until.isoformat()
