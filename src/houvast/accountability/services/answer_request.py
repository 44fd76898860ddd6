"""Answer a request: what was asked is done, in part, or refused with the reason."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.requests import (
    ItemAnswer,
    RequestKind,
    RequestOutcome,
    RequestStep,
    missing,
    outcome_of,
)
from houvast.accountability.services.steps.requesting import load_request, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_WHY = "Schrijf waarom. Dat krijgt de inwoner te lezen."


def answer_request(*, actor: Actor, now: datetime, request_id: UUID, refuse: bool, reason: str = "") -> None:
    """Answer it. Whether an inspection is whole or in part follows from the items.

    Raises `NotVisible`, `Refused`, `Invalid` without a reason for a no, or `Conflict` when something must come first.
    """
    with act(events.REQUEST_ANSWERED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        outcome = (
            RequestOutcome.REFUSED if refuse else _outcome(view.line.kind, [each.answer for each in view.chosen()])
        )
        first = missing(view.standing, outcome)
        if first:
            raise Conflict(first)
        if refuse and not reason.strip():
            raise Invalid({"reason": _WHY})
        write_turn(row, viewer, now, RequestStep.ANSWERED, outcome=outcome, reason=reason)
        acting.details["outcome"] = outcome.value


def _outcome(kind: RequestKind, answers: list[ItemAnswer]) -> RequestOutcome:
    return outcome_of(answers) if kind is RequestKind.INSPECTION else RequestOutcome.GRANTED
