"""Gather for a request what is held about the person; each case that it reads has that on record.

Who leads such a case is told so: they know the person, and would notice a request that nobody made.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.models import GatheredCase
from houvast.accountability.rules.guarding import guarded
from houvast.accountability.rules.requests import Asker, RequestStep
from houvast.accountability.selectors.gathering import Gathered, everything_about
from houvast.accountability.selectors.guarding import guards_for
from houvast.accountability.services.steps.requesting import load_request, write_items, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict

_ALREADY = "Dit is al verzameld."
_FIRST = "Controleer eerst wie het vraagt."


def gather_request(*, actor: Actor, now: datetime, request_id: UUID) -> int:
    """Gather it as it is now; gives how many items there are. Raises `NotVisible`, `Refused` or `Conflict`."""
    with act(events.REQUEST_GATHERED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        if not view.standing.is_identified:
            raise Conflict(_FIRST)
        if view.standing.is_gathered:
            raise Conflict(_ALREADY)
        found = Gathered((), ())
        if row.resident_id:
            own = view.asker is Asker.RESIDENT
            found = everything_about(row.resident_id, row.municipality_id, is_resident=own)
            guards = guards_for(row.resident_id, row.municipality_id, is_resident=own, now=now)
            found = replace(found, items=guarded(found.items, guards))
        write_items(row, found.items, now=now)
        write_turn(row, viewer, now, RequestStep.GATHERED)
        acting.details["items"] = len(found.items)
        for case in found.cases:
            GatheredCase.objects.create(request=row, municipality_id=row.municipality_id, case_id=case.id, at=now)
            with act(
                events.REQUEST_FROM_CASE, actor=actor, now=now, municipality=row.municipality_id, case=case.id
            ) as reading:
                reading.ground = acting.ground
                reading.details["request"] = str(row.id)
        return len(found.items)
