"""Dismiss a row that could not be used, with the reason why nobody needs it."""

from datetime import datetime
from uuid import UUID

from houvast.intake import events
from houvast.intake.models import RepairRow
from houvast.intake.services.steps.load_row import acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.vault.sealing import seal

REASON_PLACE = "intake_repairrow.handled_reason"


def dismiss_row(*, actor: Actor, now: datetime, row_id: UUID, reason: str) -> None:
    """Dismiss a row. Its content is emptied, the reason stays; the same row in a later list does not come back.

    Raises `NotVisible`, `Refused`, `Conflict`, or `Invalid` without a reason.
    """
    with acting_on_row(events.ROW_DISMISSED, actor=actor, now=now, row_id=row_id) as loaded:
        if not reason.strip():
            raise Invalid({"reason": "Schrijf op waarom deze regel niet nodig is."})
        row = loaded.row
        row.state, row.handled_by_id, row.handled_at = RepairRow.State.DISMISSED, loaded.viewer.member_id, now
        row.content_sealed = b""
        row.handled_reason_sealed = seal(loaded.key, reason.strip(), place=f"{REASON_PLACE}:{row.id}")
        row.save(update_fields=["state", "handled_by", "handled_at", "content_sealed", "handled_reason_sealed"])
