"""Assign case or process direction to a member, the resident or the network, for good."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import HoldingTwo, Responsibility
from houvast.cases import events, policy
from houvast.cases.models import Seat
from houvast.cases.rules.opening import Choice, chosen_seat, with_resident
from houvast.cases.rules.seats import SeatFacts, holds_two
from houvast.cases.services.steps.in_transfer import require_owner
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.people_of_case import NOT_OF_CASE, grown_ups_now, is_of_case, residents_now
from houvast.cases.services.steps.set_seat import SeatChange, set_seat, to_whom
from houvast.directory.selectors import functions_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def place(loaded: LoadedCase, responsibility: Responsibility, choice: Choice, *, now: datetime) -> SeatFacts:
    """Give the seat for a choice, or raise `Invalid` with what the model has against it."""
    rule = loaded.model.seat(loaded.phase, responsibility)
    if choice.the_resident:
        choice = with_resident(choice, grown_ups_now(loaded.case.id))
    functions = (
        frozenset[str]()
        if choice.member_id is None
        else functions_of(choice.member_id, municipality_id=loaded.case.municipality_id, now=now)
    )
    seat, problem = chosen_seat(rule, choice, functions)
    if problem:
        raise Invalid({"holder": problem})
    if not is_of_case(choice, residents_now(loaded.case.id)):
        raise Invalid({"holder": NOT_OF_CASE})
    require_owner(loaded, responsibility, functions, now=now)
    if holds_two(loaded.model, {**loaded.facts.seats, responsibility: seat}) is HoldingTwo.REFUSE:
        raise Invalid({"holder": "In uw gemeente heeft één persoon niet zowel de casusregie als de procesregie."})
    return seat


def assign_seat(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    responsibility: Responsibility,
    choice: Choice,
    reason: str = "",
    seen_seat: UUID | None = None,
) -> None:
    """Assign a seat. `seen_seat` is the seat row that the person saw.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else was first.
    """
    with acting_on_case(events.SEAT_ASSIGNED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_assign(loaded.viewer, loaded.facts, responsibility))
        loaded.require_seen(responsibility, seen_seat)
        becomes = place(loaded, responsibility, choice, now=now)
        change = SeatChange(
            responsibility, becomes, Seat.Cause.ASSIGNED, set_by=loaded.viewer.member_id, reason=reason.strip()
        )
        seat = set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
        details = to_whom(becomes)
        loaded.about("seat", seat.id, responsibility=responsibility.value, state=becomes.state.value, **details)
