"""Erase a request: its key is destroyed, and with it who asked, the answer and every copy that was gathered."""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.models import RightsRequest
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.vault.services.destroy_key import destroy_key


def erase_request(*, actor: Actor, now: datetime, request_id: UUID) -> None:
    """Destroy the key of a request; that there was one, when and how it ended stays. Safe to repeat.

    Two people agreed on it (`carry_out_destruction`). Raises `NotVisible`.
    """
    with act(events.REQUEST_ERASED, actor=actor, now=now) as acting:
        rows = RightsRequest.objects.select_for_update(of=("key",)).select_related("key")
        row = rows.filter(pk=request_id).first()
        if row is None:
            raise NotVisible
        destroy_key(row.key, now=now)
        acting.municipality = row.municipality_id
        acting.subject, acting.subject_id = "request", request_id
