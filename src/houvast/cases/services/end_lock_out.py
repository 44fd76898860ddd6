"""Let a member see a case again as far as there are reasons for it."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.vault.sealing import seal

END_PLACE = "cases_lockout.end_reason"


def end_lock_out(*, actor: Actor, now: datetime, lock_out_id: UUID, reason: str) -> None:
    """End a lock-out. What the member saw before is seen again, from the same second.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it had ended.
    """
    with acting_on_row(events.LOCK_OUT_ENDED, scopes.lock_outs, lock_out_id, actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_work_in(loaded.viewer, loaded.facts))
        row.refresh_from_db()
        if row.ended_at is not None:
            raise Conflict("Deze uitsluiting was al opgeheven.")
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom dit niet meer nodig is."})
        row.ended_by_id, row.ended_at = loaded.viewer.member_id, now
        row.end_reason_sealed = seal(loaded.case.key, reason.strip(), place=f"{END_PLACE}:{row.id}")
        row.save(update_fields=["ended_by", "ended_at", "end_reason_sealed"])
        loaded.about("lock_out", row.id, member=str(row.member_id))
