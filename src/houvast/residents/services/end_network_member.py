"""End the place of a relative, friend or neighbour in the network of a resident; that they had it stays on record."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.residents import events
from houvast.residents.models import NetworkMember, Resident
from houvast.residents.rules.networking import NetworkStep, Turn
from houvast.residents.services.steps.network_turns import turns_with, write_turn


def end_network_member(*, actor: Actor, now: datetime, resident_id: UUID, network_member_id: UUID) -> None:
    """End somebody's place from today: nobody calls them any more. Raises `NotVisible`, the second time too."""
    with act(events.NETWORK_MEMBER_ENDED, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "network_member", network_member_id
        if not Resident.objects.select_for_update().filter(pk=resident_id).exists():
            raise NotVisible
        rows = NetworkMember.objects.filter(resident_id=resident_id, until__isnull=True)
        row = rows.select_related("resident__key").filter(pk=network_member_id).first()
        if row is None:
            raise NotVisible
        today = in_amsterdam(now).date()
        row.until, row.call_first = today, False
        row.save(update_fields=["until", "call_first"])
        write_turn(row, Turn(NetworkStep.ENDED, today), turns_with(row.id), by=actor.member_id, now=now)
        acting.municipality = row.municipality_id
