"""Load who takes part: for who leads the case, and for the participant."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.cases.services.act_from_outside import OutsideCase
from houvast.cases.services.act_in_case import LoadedCase, act_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict
from houvast.participation import policy, scopes
from houvast.participation.models import Participant, ParticipantEnd
from houvast.participation.services.act_as_participant import act_as_participant

_GONE = "Deze eigen pagina was al beëindigd."


@contextmanager
def acting_on_participant(
    event: Event, participant_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[LoadedCase, Participant]]:
    """Act on a participant who has not ended, as who leads the case, which is locked.

    Raises `NotVisible`, `Refused`, or `Conflict`.
    """
    with act_on_row(event, scopes.participants, participant_id, "participant", actor=actor, now=now) as (loaded, row):
        loaded.permit(policy.may_let_take_part(loaded.viewer, loaded.facts))
        loaded.about("participant", row.id)
        if ParticipantEnd.objects.filter(participant=row).exists():
            raise Conflict(_GONE)
        yield loaded, row


@contextmanager
def acting_as_participant(
    event: Event, participant_id: UUID, *, actor: Actor, now: datetime
) -> Iterator[tuple[OutsideCase, Participant]]:
    """Act as somebody who takes part now, with their row; the case is locked. Raises `NotVisible`."""
    with act_as_participant(event, participant_id, actor=actor, now=now) as (outside, _):
        yield outside, Participant.objects.select_related("person", "network_member").get(pk=participant_id)
