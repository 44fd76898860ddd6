"""Act as somebody who takes part, in this room or a higher one: judged at the moment itself, with the case locked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_from_outside import OutsideCase, act_from_outside
from houvast.kernel.actor import Actor
from houvast.kernel.errors import NotVisible
from houvast.participation.models import Participant
from houvast.participation.selectors.taking_part import Participating, participating


@contextmanager
def act_as_participant(
    event: Event, participant_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[OutsideCase, Participating]]:
    """Act as somebody who takes part now; the case is locked. Raises `NotVisible`."""
    case_id = Participant.objects.filter(pk=participant_id).values_list("case_id", flat=True).first()
    if case_id is None:
        raise NotVisible
    with act_from_outside(event, actor=actor, now=now, case_id=case_id) as outside:
        outside.about("participant", participant_id)
        who = participating(participant_id, now=now)
        if who is None or actor != who.actor:
            raise NotVisible
        yield outside, who
