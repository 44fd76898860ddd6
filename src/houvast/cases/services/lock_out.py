"""Lock a member out of a case, without their seeing it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import LockOut
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.directory.selectors import workers_for
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_lockout.reason"


@dataclass(frozen=True, slots=True)
class NewLockOut:
    """Who may see nothing of the case any more, and why: what somebody is to the people of the case."""

    member_id: UUID | None
    reason: str


def lock_out(*, actor: Actor, now: datetime, case_id: UUID, new: NewLockOut) -> UUID:
    """Lock a member out; gives the id. Everything of the case is gone for them in the same second.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when they are locked out already.
    """
    with acting_on_case(events.LOCKED_OUT, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        member_id = _judged(loaded, new, now)
        if LockOut.objects.filter(case_id=case_id, member_id=member_id, ended_at__isnull=True).exists():
            raise Conflict("Deze collega was al uitgesloten. U vindt dat bij de mensen van de casus.")
        row_id = new_id()
        LockOut(
            id=row_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            member_id=member_id,
            reason_sealed=seal(loaded.case.key, new.reason.strip(), place=f"{REASON_PLACE}:{row_id}"),
            added_by_id=loaded.viewer.member_id,
            added_at=now,
        ).save(force_insert=True)
        loaded.about("lock_out", row_id, member=str(member_id))
        return row_id


def _judged(loaded: LoadedCase, new: NewLockOut, now: datetime) -> UUID:
    problems = {}
    if not new.reason.strip():
        problems["reason"] = "Schrijf op waarom, bijvoorbeeld: woont ernaast."
    known = {each.id for each in workers_for(loaded.case.municipality_id, now=now)}
    if new.member_id is None or new.member_id not in known:
        problems["member"] = "Kies een collega die voor uw gemeente werkt."
    elif new.member_id == loaded.viewer.member_id:
        problems["member"] = "Uzelf sluit u niet uit. Draag uw verantwoordelijkheid over, en laat die collega het doen."
    elif new.member_id in {seat.member_id for seat in loaded.facts.seats.values()}:
        problems["member"] = "Deze collega heeft hier een verantwoordelijkheid. Geef die eerst aan een ander."
    if problems or new.member_id is None:
        raise Invalid(problems)
    return new.member_id
