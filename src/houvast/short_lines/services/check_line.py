"""Say that a line is still right."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.kernel.twice import ALREADY, SAME_WITHIN
from houvast.short_lines import events
from houvast.short_lines.models import LineCheck
from houvast.short_lines.services.steps.loading import keeping


def check_line(*, actor: Actor, now: datetime, line_id: UUID, seen_number: int) -> None:
    """Put on record that the contact that was seen is right.

    Raises `NotVisible`, `Refused` or `Conflict`, also when this person said so a moment ago.
    """
    with keeping(events.LINE_CHECKED, line_id, actor=actor, now=now, seen_number=seen_number) as loaded:
        by, contact = loaded.viewer.member_id, loaded.row.contact
        if LineCheck.objects.filter(line=loaded.row, contact=contact, by_id=by, at__gt=now - SAME_WITHIN).exists():
            raise Conflict(ALREADY)
        row = LineCheck(line=loaded.row, contact=contact, at=now, by_id=by)
        row.save(force_insert=True)
        loaded.acting.details = {"number": seen_number}
