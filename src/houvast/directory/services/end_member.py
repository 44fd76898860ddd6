"""End the work of a member: who leaves, holds nothing any more."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import MEMBER_ENDED
from houvast.directory.models import Account, Duo, Mandate, MemberFunction, StandIn
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor


def end_member(member_id: UUID, *, actor: Actor, now: datetime) -> None:
    """End a member as of now, with functions, mandates, duos and stand-ins, and close the account.

    What had not begun yet ends at its beginning. Seats in cases stay as they are written: they show as held by somebody
    who has left, until somebody takes them over. Raises `Conflict` when the member has left already.
    """
    with act(MEMBER_ENDED, actor=actor, now=now) as acting:
        member = load_member(acting, member_id)
        permit(acting, policy.may_give(load_manager(actor, now=now), member.organisation_id, frozenset({member_id})))
        refuse_left(member)
        member.until_at = max(now, member.from_at)
        member.save(update_fields=["until_at"])
        _end_all(member_id, now)
        Account.objects.filter(member_id=member_id).update(is_active=False)


def _end_all(member_id: UUID, now: datetime) -> None:
    running = Q(until_at__isnull=True) | Q(until_at__gt=now)
    of_member = Q(member_id=member_id)
    held: tuple[MemberFunction | Mandate | StandIn | Duo, ...] = (
        *MemberFunction.objects.filter(running, of_member),
        *Mandate.objects.filter(running, of_member),
        *StandIn.objects.filter(running, of_member | Q(stand_in_id=member_id)),
        *Duo.objects.filter(running, Q(first_id=member_id) | Q(second_id=member_id)),
    )
    for row in held:
        row.until_at = max(now, row.from_at)
        row.save(update_fields=["until_at"])
