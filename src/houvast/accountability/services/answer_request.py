"""Answer a request: what was asked is done, in part, or refused with the reason."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.answers import NewAnswer, answer_problems
from houvast.accountability.rules.requests import (
    ItemAnswer,
    RequestKind,
    RequestOutcome,
    RequestStep,
    missing,
    outcome_of,
)
from houvast.accountability.selectors.effects import before
from houvast.accountability.services.steps.answering import Answering, carry_out
from houvast.accountability.services.steps.requesting import load_request, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def answer_request(*, actor: Actor, now: datetime, request_id: UUID, answer: NewAnswer) -> None:
    """Answer it, and do what the answer says. Whether an inspection is whole or in part follows from the items.

    Raises `NotVisible`, `Refused`, `Invalid` for what the answer lacks, or `Conflict` when something must come first.
    """
    with act(events.REQUEST_ANSWERED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        kind, standing = view.line.kind, view.standing
        choices = [each.answer for each in view.chosen()]
        outcome = RequestOutcome.REFUSED if answer.refuse else _outcome(kind, choices)
        first = missing(standing, outcome)
        if first:
            raise Conflict(first)
        known = before(row)
        problems = answer_problems(
            kind,
            answer,
            identified=standing.is_identified,
            corrections=len(known.corrections),
            receivers={each.id for each in known.receivers},
            houses=view.houses_waiting,
        )
        if problems:
            raise Invalid(problems)
        if standing.is_identified:
            carry_out(Answering(row, viewer, actor, now, known), answer)
        reason = answer.reason.strip() or answer.not_waited
        ground = answer.ground.value if answer.refuse and answer.ground else ""
        write_turn(row, viewer, now, RequestStep.ANSWERED, outcome=outcome, reason=reason, ground=ground)
        acting.details["outcome"] = outcome.value


def _outcome(kind: RequestKind, answers: list[ItemAnswer]) -> RequestOutcome:
    return outcome_of(answers) if kind is RequestKind.INSPECTION else RequestOutcome.GRANTED
