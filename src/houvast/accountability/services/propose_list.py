"""Propose to destroy several things at once: a list, as an archive has it. Each is a proposal of its own."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused


def propose_list(*, actor: Actor, now: datetime, kind: UnitKind, unit_ids: Sequence[UUID]) -> int:
    """Propose what of these may still be proposed; gives how many that were. What may not is on record as refused."""
    proposed = 0
    for unit_id in unit_ids:
        with suppress(NotVisible, Refused, Conflict):
            propose_destruction(actor=actor, now=now, kind=kind, unit_id=unit_id)
            proposed += 1
    return proposed
