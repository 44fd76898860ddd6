"""Load who takes part: for who leads the case, and for the participant."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import act, together
from houvast.cases.services.act_from_outside import OutsideCase
from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.directory.selectors import viewer_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible
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
    with together():
        seen_by = viewer_of(actor, now=now)
        row = scopes.participants(seen_by, now=now).filter(pk=participant_id).first()
        if row is None:
            with act(event, actor=actor, now=now, municipality=seen_by.municipality_id) as acting:
                acting.subject, acting.subject_id = "participant", participant_id
                raise NotVisible
        with act_in_case(event, actor=actor, now=now, case_id=row.case_id) as loaded:
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
