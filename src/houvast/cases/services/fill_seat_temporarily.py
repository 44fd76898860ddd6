"""Fill a seat for a time: with an end date, a reason, and no longer or more often than the model allows."""

from datetime import date, datetime
from uuid import UUID

from houvast.ave.vocabulary import Holding, Responsibility
from houvast.cases import events, policy
from houvast.cases.models import Seat
from houvast.cases.rules.opening import refusal
from houvast.cases.rules.seats import SeatFacts, allowed_function, fill_temporarily, needs_operational_holder
from houvast.cases.services.steps.in_transfer import require_owner
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case, facts_of_seat
from houvast.cases.services.steps.set_seat import SeatChange, set_seat, to_whom
from houvast.directory.selectors import functions_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import add_working_days, in_amsterdam


def _filled(
    loaded: LoadedCase, responsibility: Responsibility, member_id: UUID, until: date, now: datetime
) -> SeatFacts:
    rule = loaded.model.seat(loaded.phase, responsibility)
    functions = functions_of(member_id, municipality_id=loaded.case.municipality_id, now=now)
    function = allowed_function(rule, functions, wanted=Holding.TEMPORARY)
    if not function:
        raise Invalid({"holder": refusal(rule, functions)})
    require_owner(loaded, responsibility, functions, now=now)
    return fill_temporarily(
        facts_of_seat(loaded.seat(responsibility)), member_id=member_id, function=function, until=until
    )


def _problems(loaded: LoadedCase, until: date, reason: str, now: datetime) -> dict[str, str]:
    problems = {}
    last = add_working_days(now, loaded.model.temporary.max_working_days).date()
    if until <= in_amsterdam(now).date():
        problems["until"] = "Kies een dag die nog moet komen."
    elif until > last:
        days = loaded.model.temporary.max_working_days
        problems["until"] = f"Tijdelijk is hoogstens {days} werkdagen: kies uiterlijk {last:%d-%m-%Y}."
    if not reason.strip():
        problems["reason"] = "Schrijf op waarom dit tijdelijk is. Eén zin is genoeg."
    return problems


def fill_seat_temporarily(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    responsibility: Responsibility,
    member_id: UUID,
    until: date,
    reason: str,
    seen_seat: UUID | None = None,
) -> None:
    """Fill a seat until a date. One time more than the model allows is for the operational holder to decide.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the seat is not the one that was seen.
    """
    with acting_on_case(events.SEAT_FILLED_TEMPORARILY, actor=actor, now=now, case_id=case_id) as loaded:
        beyond = needs_operational_holder(loaded.model, facts_of_seat(loaded.seat(responsibility)))
        loaded.permit(policy.may_fill_temporarily(loaded.viewer, loaded.facts, responsibility, beyond_model=beyond))
        loaded.require_seen(responsibility, seen_seat)
        filled = _filled(loaded, responsibility, member_id, until, now)
        problems = _problems(loaded, until, reason, now)
        if problems:
            raise Invalid(problems)
        change = SeatChange(
            responsibility,
            filled,
            Seat.Cause.FILLED_TEMPORARILY,
            set_by=loaded.viewer.member_id,
            owner_id=loaded.viewer.member_id,
            reason=reason.strip(),
        )
        seat = set_seat(loaded.case, change, loaded.model, now=now, phase=loaded.phase)
        said = {"extension": filled.extension, "until": until.isoformat(), **to_whom(filled)}
        loaded.about("seat", seat.id, responsibility=responsibility.value, **said)
