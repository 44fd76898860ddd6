"""End a mandate of a member."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import MANDATE_ENDED
from houvast.directory.models import Mandate
from houvast.directory.services.steps.load_member import load_member
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


def end_mandate(mandate_id: UUID, *, actor: Actor, now: datetime) -> None:
    """End a mandate as of now; never one's own. Raises `Conflict` when it has ended already.

    Decisions that were recorded under it stay: they were taken by the function itself.
    """
    with act(MANDATE_ENDED, actor=actor, now=now) as acting:
        row = Mandate.objects.select_for_update().filter(pk=mandate_id).first()
        if row is None:
            raise NotVisible
        member = load_member(acting, row.member_id)
        permit(acting, policy.may_give(load_manager(actor, now=now), member.organisation_id, frozenset({member.id})))
        if row.until_at is not None and row.until_at <= now:
            raise Conflict("Dit mandaat is al beëindigd.")
        row.until_at = max(now, row.from_at)
        row.save(update_fields=["until_at"])
        acting.details.update(mandate=str(row.id), function=row.function)
