"""Put on record that somebody came in whom a provider of identities knows."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.participation import events
from houvast.participation.services.steps.load_participant import acting_as_participant


def come_in_by_proof(*, actor: Actor, now: datetime, participant_id: UUID) -> None:
    """Record it. Raises `NotVisible` for who does not take part (any more)."""
    with acting_as_participant(events.SIGNED_IN, participant_id, actor=actor, now=now):
        pass
