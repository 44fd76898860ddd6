"""Erase a row of a list that could not be used: its key is destroyed, and nothing of it is left."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.intake import events
from houvast.intake.models import RepairRow
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key


def erase_row(*, actor: Actor, now: datetime, row_id: UUID) -> None:
    """Empty a row, also what recognises it in a later list; that it was there stays. Safe to repeat.

    What still waited to be repaired waits no longer. Whether it is time, and who approved it, is for `accountability`
    to say. Raises `NotVisible`, also for a row that was put right: nothing of it is left.
    """
    with act(events.ROW_ERASED, actor=actor, now=now) as acting:
        row = RepairRow.objects.select_for_update(of=("self",)).select_related("key").filter(pk=row_id).first()
        if row is None or row.key is None:
            raise NotVisible
        destroy_key(row.key, now=now)
        RepairRow.objects.filter(pk=row_id).update(
            state=RepairRow.State.DISMISSED if row.state == RepairRow.State.WAITING else row.state,
            content_sealed=b"",
            handled_reason_sealed=b"",
            column="",
            reason="",
            fingerprint=f"vernietigd-{row_id.hex}",
        )
        acting.municipality = row.municipality_id
        acting.subject, acting.subject_id = "repair_row", row_id
