"""Put on record that somebody signed out of their own page."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.participation import events
from houvast.participation.services.steps.load_participant import acting_as_participant


def leave_own_page(*, actor: Actor, now: datetime, participant_id: UUID) -> None:
    """Record it. Raises `NotVisible`."""
    with acting_as_participant(events.SIGNED_OUT, participant_id, actor=actor, now=now):
        pass
