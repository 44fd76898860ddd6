"""End a duo."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import DUO_ENDED
from houvast.directory.models import Duo
from houvast.directory.services.steps.load_member import load_member
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


def end_duo(duo_id: UUID, *, actor: Actor, now: datetime) -> None:
    """End a duo as of now; never one's own. Raises `Conflict` when it has ended already."""
    with act(DUO_ENDED, actor=actor, now=now) as acting:
        row = Duo.objects.select_for_update().filter(pk=duo_id).first()
        if row is None:
            raise NotVisible
        first = load_member(acting, row.first_id)
        both = frozenset({row.first_id, row.second_id})
        permit(acting, policy.may_give(load_manager(actor, now=now), first.organisation_id, both))
        if row.until_at is not None and row.until_at <= now:
            raise Conflict("Dit duo is al beëindigd.")
        row.until_at = max(now, row.from_at)
        row.save(update_fields=["until_at"])
        acting.details.update(duo=str(row.id), first=str(row.first_id), second=str(row.second_id))
