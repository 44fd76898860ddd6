"""End a line: the team and the partner have nothing to do with each other any more."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.short_lines import events
from houvast.short_lines.services.steps.loading import keeping


def end_line(*, actor: Actor, now: datetime, line_id: UUID) -> None:
    """End a line; it can still be read. Raises `NotVisible` or `Refused`, also when it ended already."""
    with keeping(events.LINE_ENDED, line_id, actor=actor, now=now) as loaded:
        loaded.row.ended_at, loaded.row.ended_by_id = now, loaded.viewer.member_id
        loaded.row.save(update_fields=["ended_at", "ended_by"])
