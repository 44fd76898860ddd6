"""Gather for a request what the own house keeps about the person, by somebody who sees all of it already."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.guarding import guarded
from houvast.accountability.rules.requests import Asker, RequestStep
from houvast.accountability.selectors.gathering import everything_of_house
from houvast.accountability.selectors.guarding import guards_for
from houvast.accountability.services.steps.requesting import load_for_house, write_items, write_turn
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict

_ALREADY = "Dit is al verzameld."


def gather_for_house(*, actor: Actor, now: datetime, request_id: UUID) -> int:
    """Gather it; gives how many items there are. The municipality does not read them.

    Raises `NotVisible`, `Refused` or `Conflict`.
    """
    with act(events.HOUSE_GATHERED, actor=actor, now=now) as acting:
        viewer, row, view = load_for_house(acting, actor, now, request_id)
        house = viewer.organisation_id
        # Only what is about somebody known is put before a house.
        if row.resident_id is None or view.took(RequestStep.HOUSE_GATHERED, house):
            raise Conflict(_ALREADY)
        own = view.asker is Asker.RESIDENT
        guards = guards_for(row.resident_id, row.municipality_id, is_resident=own, now=now)
        found = guarded(everything_of_house(viewer, row.resident_id, row.municipality_id), guards)
        write_items(row, found, now=now, house=house)
        write_turn(row, viewer, now, RequestStep.HOUSE_GATHERED, house=house)
        acting.details["items"] = len(found)
        return len(found)
