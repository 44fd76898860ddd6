"""Say that a line is still right."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.short_lines import events
from houvast.short_lines.models import LineCheck
from houvast.short_lines.services.steps.loading import keeping


def check_line(*, actor: Actor, now: datetime, line_id: UUID, seen_number: int) -> None:
    """Put on record that the contact that was seen is right. Raises `NotVisible`, `Refused` or `Conflict`."""
    with keeping(events.LINE_CHECKED, line_id, actor=actor, now=now, seen_number=seen_number) as loaded:
        row = LineCheck(line=loaded.row, contact=loaded.row.contact, at=now, by_id=loaded.viewer.member_id)
        row.save(force_insert=True)
        loaded.acting.details = {"number": seen_number}
