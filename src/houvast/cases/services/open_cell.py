"""Open a closed cell of the table of who sees what again: what Houvast began with holds."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events, policy, scopes
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused


def open_cell(*, actor: Actor, now: datetime, municipality_id: UUID, cell_id: UUID) -> None:
    """Open a cell again. Raises `Refused`, `NotVisible`, or `Conflict` when it was open."""
    with act(events.CELL_OPENED, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_set_up(viewer, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        row = scopes.closed_cells(municipality_id).select_for_update().filter(pk=cell_id).first()
        if row is None:
            raise NotVisible
        if row.ended_at is not None:
            raise Conflict("Dit vak was al open.")
        row.ended_by_id, row.ended_at = viewer.member_id, now
        row.save(update_fields=["ended_by", "ended_at"])
        acting.subject, acting.subject_id, acting.ground = "closed_cell", row.id, verdict.ground
        acting.details = {"relation": row.relation, "part": row.part}
