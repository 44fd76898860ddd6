"""Act in a case from a higher room: its verbs lock, see and record a case in the same way as those of this room."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.kernel.actor import Actor

__all__ = ["LoadedCase", "act_in_case"]


@contextmanager
def act_in_case(event: Event, *, actor: Actor, now: datetime, case_id: UUID) -> Iterator[LoadedCase]:
    """Act on a visible case, locked until the act is over; what the higher room decides goes on record with it.

    Raises `NotVisible`. The caller permits itself with a verdict of its own policy.
    """
    with acting_on_case(event, actor=actor, now=now, case_id=case_id) as loaded:
        yield loaded
