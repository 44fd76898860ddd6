"""Begin with a concern. Taking is soft: it tells a second person who is busy, and stops nobody."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.models import Member
from houvast.intake import events
from houvast.intake.defaults import BUSY_FOR
from houvast.intake.models import Concern
from houvast.intake.services.steps.load_concern import acting_on_concern
from houvast.kernel.actor import Actor


@dataclass(frozen=True, slots=True)
class Busy:
    """Who is busy with a concern, and since when."""

    member_id: UUID
    name: str
    since: datetime


def busy_with(concern: Concern, *, now: datetime) -> Busy | None:
    """Give who is busy with a concern, loaded with `taken_by`; None when nobody is, or not since a while."""
    by: Member | None = concern.taken_by
    if by is None or concern.taken_at is None or now - concern.taken_at >= BUSY_FOR:
        return None
    return Busy(by.id, by.name, concern.taken_at)


def take_concern(*, actor: Actor, now: datetime, concern_id: UUID, anyway: bool = False) -> Busy | None:
    """Take a concern, unless somebody else is busy with it: then it gives who. With `anyway` it is taken over.

    Raises `NotVisible`, `Refused`, or `Conflict` when it was decided already.
    """
    with acting_on_concern(events.CONCERN_TAKEN, actor=actor, now=now, concern_id=concern_id) as loaded:
        loaded.permit_deciding()
        other = busy_with(loaded.concern, now=now)
        if other is not None and other.member_id != loaded.viewer.member_id and not anyway:
            loaded.details(taken=False)
            return other
        loaded.concern.taken_by_id, loaded.concern.taken_at = loaded.viewer.member_id, now
        loaded.concern.save(update_fields=["taken_by", "taken_at"])
        loaded.details(taken=True)
        return None
