"""Set a municipality's own list for one kind of crucial moment; moments that are planned already keep theirs."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.cases import events, policy
from houvast.cases.models import Checklist, CrucialMoment
from houvast.cases.rules.checklists import ListItem, list_problems
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, Refused


def set_checklist(
    *, actor: Actor, now: datetime, municipality_id: UUID, kind: CrucialMoment.Kind, items: Sequence[ListItem]
) -> UUID:
    """Set the list; gives the id of this version. Raises `Refused`, or `Invalid` when an item is not whole."""
    with act(events.CHECKLIST_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        verdict = policy.may_set_up(viewer, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        problems = list_problems(items)
        if problems:
            raise Invalid(problems)
        earlier = Checklist.objects.filter(municipality_id=municipality_id, kind=kind).count()
        row = Checklist(
            municipality_id=municipality_id,
            kind=kind,
            number=earlier + 1,
            items=[{**asdict(item), "source": str(item.source)} for item in items],
            set_by_id=viewer.member_id,
            set_at=now,
        )
        row.save(force_insert=True)
        acting.subject, acting.subject_id, acting.ground = "checklist", row.id, verdict.ground
        acting.details = {"kind": kind.value, "items": len(items)}
        return row.id
