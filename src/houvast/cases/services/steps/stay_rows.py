"""Rows of stays elsewhere that several verbs write, with what the other municipality sees by them."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.models import Case, StayElsewhere, StayTurn
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.stays import named, sight_of
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_access
from houvast.kernel.errors import Conflict
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

GROUND_PLACE = "cases_stayelsewhere.ground_words"
AGREEMENT_PLACE = "cases_stayelsewhere.agreement"
PAYS_PLACE = "cases_stayelsewhere.pays"
TURN_PLACE = "cases_stayturn.reason"
_CLOSED = "De casus is gesloten."


def write_turn(
    case: Case,
    stay_id: UUID,
    state: StayTurn.State,
    until_on: date,
    *,
    number: int,
    by: UUID,
    now: datetime,
    reason: str = "",
    turn_id: UUID | None = None,
) -> None:
    """Write the next row of a stay's history. The caller has locked the case."""
    turn_id = turn_id or new_id()
    StayTurn(
        id=turn_id,
        stay_id=stay_id,
        case=case,
        municipality_id=case.municipality_id,
        number=number,
        state=state,
        until_on=until_on,
        reason_sealed=seal(case.key, reason.strip(), place=f"{TURN_PLACE}:{turn_id}"),
        recorded_by_id=by,
        recorded_at=now,
    ).save(force_insert=True)


def let_host_see(case: Case, stay: StayElsewhere, until_on: date, *, phase: int, now: datetime) -> None:
    """Let who hosts see what the agreement names, from its first day until the end of its last day."""
    begin, end = sight_of(stay.from_on, until_on)
    give_access(
        case,
        Relation.HOST,
        Cause("stay", stay.id, f"stay:{stay.ground}"),
        now=now,
        phase=phase,
        member_ids=[stay.host_member_id] if stay.host_member_id else [],
        team_ids=[stay.host_team_id] if stay.host_team_id else [],
        begins=begin,
        until=end,
        agreed=named(stay.parts),
    )


def running_turn(stay: StayElsewhere, *, now: datetime) -> StayTurn:
    """Give how a stay of a locked case stands. Raises `Conflict` when it has ended, or was changed a moment later."""
    turn = StayTurn.objects.filter(stay=stay).order_by("-number")[0]
    if now < turn.recorded_at:
        raise Conflict("Iemand anders was net iets eerder met deze afspraak. Kijk opnieuw.")
    if turn.state == StayTurn.State.ENDED:
        raise Conflict("Deze afspraak is al beëindigd. Maak een nieuwe als de inwoner daar weer verblijft.")
    return turn


def end_stays(case: Case, *, by: UUID, now: datetime) -> None:
    """End every stay of a case that closes: nobody of another municipality sees it any more."""
    running = StayElsewhere.objects.filter(case=case).exclude(turn__state=StayTurn.State.ENDED)
    for stay in running.select_related("turn"):
        end(case, stay, stay.turn.number + 1, by=by, now=now, reason=_CLOSED)


def end(case: Case, stay: StayElsewhere, number: int, *, by: UUID, now: datetime, reason: str) -> None:
    """Write that a stay ended today; what the other municipality saw is gone in the same second."""
    today = in_amsterdam(now).date()
    write_turn(case, stay.id, StayTurn.State.ENDED, today, number=number, by=by, now=now, reason=reason)
    withdraw_access([stay.id], now=now)
