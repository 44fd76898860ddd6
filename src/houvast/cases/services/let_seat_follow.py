"""Let a seat that fills itself go to who has the function now, between two changes of phase."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy
from houvast.cases.models import Seat
from houvast.cases.rules.seats import successor
from houvast.cases.services.steps.begin_period import candidates
from houvast.cases.services.steps.load_case import acting_on_case, facts_of_seat
from houvast.cases.services.steps.set_seat import SeatChange, set_seat, to_whom
from houvast.kernel.actor import Actor
from houvast.kernel.working_time import in_amsterdam


def let_seat_follow(
    *, actor: Actor, now: datetime, case_id: UUID, responsibility: Responsibility, seen_seat: UUID | None = None
) -> None:
    """Let an operational or administrative seat follow the function. `seen_seat` is the seat row that the person saw.

    Raises `NotVisible`, `Refused` (also when the holder has the function, or nobody has), or `Conflict` when somebody
    else was first.
    """
    with acting_on_case(events.SEAT_ASSIGNED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.require_seen(responsibility, seen_seat)
        current = facts_of_seat(loaded.seat(responsibility))
        available = candidates(loaded.case.municipality_id, loaded.model, loaded.phase, now=now)
        rule, today = loaded.model.seat(loaded.phase, responsibility), in_amsterdam(now).date()
        becomes = successor(rule, current, available, today=today) or current
        has_successor = becomes != current
        loaded.permit(policy.may_let_follow(loaded.viewer, loaded.facts, has_successor=has_successor))
        change = SeatChange(responsibility, becomes, Seat.Cause.FILLED_FROM_MODEL, set_by=loaded.viewer.member_id)
        written = set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
        details = to_whom(becomes)
        loaded.about("seat", written.id, responsibility=responsibility.value, state=becomes.state.value, **details)
