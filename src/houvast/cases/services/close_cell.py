"""Close a part to a relation in a municipality: from then on it is seen by nobody because of that relation."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events, policy
from houvast.cases.models import ClosedCell
from houvast.cases.rules.matrix import Part, Relation, may_be_closed
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid, Refused

MOST_WORDS = 300


def close_cell(*, actor: Actor, now: datetime, municipality_id: UUID, relation: Relation, part: Part, why: str) -> UUID:
    """Close a cell of the table of who sees what; gives the id. It holds in the same second, in every case.

    Raises `Refused`, `Invalid` without a reason or for what nobody can work without, or `Conflict` when it is closed.
    """
    with act(events.CELL_CLOSED, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_set_up(viewer, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        problems = {}
        if not may_be_closed(relation, part):
            problems["cell"] = "Dit vak kan niet dicht: zonder dit deel kan niemand die rol doen."
        if not why.strip() or len(why.strip()) > MOST_WORDS:
            problems["why"] = f"Schrijf in één of twee zinnen waarom, in hooguit {MOST_WORDS} tekens."
        if problems:
            raise Invalid(problems)
        own = {"municipality_id": municipality_id, "relation": relation.value, "part": part.value}
        if ClosedCell.objects.filter(**own, ended_at__isnull=True).exists():
            raise Conflict("Dit vak was al gesloten.")
        row = ClosedCell(**own, why=why.strip(), decided_by_id=viewer.member_id, decided_at=now)
        row.save(force_insert=True)
        acting.subject, acting.subject_id, acting.ground = "closed_cell", row.id, verdict.ground
        acting.details = {"relation": relation.value, "part": part.value}
        return row.id
