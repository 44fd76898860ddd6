"""End the place of a relative, friend or neighbour in the network of a resident; that they had it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import NetworkMember


def end_network_member(*, actor: Actor, now: datetime, resident_id: UUID, network_member_id: UUID) -> None:
    """End somebody's place from today: nobody calls them any more. Raises `NotVisible`, the second time too."""
    with act(events.NETWORK_MEMBER_ENDED, actor=actor, now=now) as acting:
        rows = NetworkMember.objects.select_for_update().filter(resident_id=resident_id, until__isnull=True)
        row = rows.filter(pk=network_member_id).first()
        acting.subject, acting.subject_id = "network_member", network_member_id
        if row is None:
            raise NotVisible
        row.until, row.call_first = in_amsterdam(now).date(), False
        row.save(update_fields=["until", "call_first"])
        acting.municipality = row.municipality_id
