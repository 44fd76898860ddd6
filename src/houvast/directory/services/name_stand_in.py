"""Name who takes a member's place for a time."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import STAND_IN_NAMED
from houvast.directory.models import StandIn
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, check_period, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class NewStandIn:
    """`stand_in_id` takes the place of `member_id`, with an end that is known beforehand."""

    member_id: UUID
    stand_in_id: UUID
    until_at: datetime
    from_at: datetime | None = None


def name_stand_in(new: NewStandIn, *, actor: Actor, now: datetime) -> UUID:
    """Name a stand-in of the same organisation; gives the id. One's own, or as an administrator: never oneself."""
    with act(STAND_IN_NAMED, actor=actor, now=now) as acting:
        stand_in = load_member(acting, new.stand_in_id)
        member = load_member(acting, new.member_id)
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_name_stand_in(manager, member.organisation_id, member.id, stand_in.id))
        refuse_left(member)
        refuse_left(stand_in)
        if stand_in.organisation_id != member.organisation_id:
            raise Invalid({"stand_in": "Een vervanger werkt bij dezelfde organisatie."})
        row = StandIn(member=member, stand_in=stand_in, from_at=new.from_at or now, until_at=new.until_at)
        check_period(row.from_at, row.until_at)
        if StandIn.objects.filter(member=member, stand_in=stand_in, until_at__gt=row.from_at).exists():
            raise Invalid({"stand_in": "Deze vervanger is voor deze tijd al aangewezen."})
        add_row(acting, "stand_in", row)
        acting.details.update(member=str(member.id), stand_in=str(stand_in.id))
        return row.id
