"""Write the next row of a seat's history, with the access that comes and goes with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import Detail
from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases.models import Case, HandOver, Seat
from houvast.cases.rules.matrix import RELATION_OF_SEAT
from houvast.cases.rules.seats import SeatFacts
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_access
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_seat.reason"


@dataclass(frozen=True, slots=True)
class SeatChange:
    """What a seat becomes and why. `owner_id` is who must see to it while it is vacant or temporary."""

    responsibility: Responsibility
    becomes: SeatFacts
    cause: Seat.Cause
    set_by: UUID | None
    owner_id: UUID | None = None
    reason: str = ""


def to_whom(seat: SeatFacts) -> dict[str, Detail]:
    """Say for the log who gets a seat: the id of a member, of a resident or of somebody of the network."""
    ids = {"member": seat.member_id, "resident": seat.resident_id, "network_member": seat.network_member_id}
    return {kind: str(found) for kind, found in ids.items() if found is not None}


def who_has_what(seats: Mapping[Responsibility, SeatFacts]) -> dict[str, Detail]:
    """Say for the log what these seats are now, as "case_direction:held:<id of the holder>"; nothing when none are."""
    said = [
        ":".join([responsibility.value, seat.state.value, *map(str, to_whom(seat).values())])
        for responsibility, seat in seats.items()
    ]
    return {"seats": said} if said else {}


def domain_of(model: Model, function: str) -> str:
    """Give the domain of a function of the model; "" when it has none or is not in the model."""
    known = model.functions.get(function)
    return known.domain.value if known is not None and known.domain is not None else ""


def new_seat(case: Case, change: SeatChange, *, number: int, now: datetime, seat_id: UUID | None = None) -> Seat:
    """Write one row of a seat's history. The caller has locked the case."""
    seat_id = seat_id or new_id()
    seat = Seat(
        id=seat_id,
        case=case,
        municipality_id=case.municipality_id,
        responsibility=change.responsibility,
        number=number,
        since=now,
        state=change.becomes.state,
        cause=change.cause,
        member_id=change.becomes.member_id,
        resident_id=change.becomes.resident_id,
        network_member_id=change.becomes.network_member_id,
        function=change.becomes.function,
        until=change.becomes.until,
        extension=change.becomes.extension,
        owner_id=change.owner_id,
        reason_sealed=seal(case.key, change.reason, place=f"{REASON_PLACE}:{seat_id}"),
        set_by_id=change.set_by,
    )
    seat.save(force_insert=True)
    return seat


def give_seat_access(case: Case, seat: Seat, model: Model, *, phase: int, now: datetime) -> None:
    """Let the holder of a seat see what the matrix gives the seat in this phase."""
    if seat.member_id is None:
        return
    give_access(
        case,
        RELATION_OF_SEAT[Responsibility(seat.responsibility)],
        Cause("seat", seat.id, f"seat:{seat.responsibility}"),
        now=now,
        phase=phase,
        member_ids=[seat.member_id],
        domain=domain_of(model, seat.function),
    )


def set_seat(case: Case, change: SeatChange, model: Model, *, now: datetime, phase: int) -> Seat:
    """Write the next row of a seat, withdraw what the former holder saw by it and give it to the new one.

    Who was asked to take the seat as it was, is asked no more, and sees nothing more because of it.
    """
    former: Seat = getattr(case, change.responsibility.value)
    seat = new_seat(case, change, number=former.number + 1, now=now)
    lapsed = HandOver.objects.filter(seat=former, answer__isnull=True).values_list("pk", flat=True)
    withdraw_access([former.id, *lapsed], now=now)
    give_seat_access(case, seat, model, phase=phase, now=now)
    setattr(case, change.responsibility.value, seat)
    return seat
