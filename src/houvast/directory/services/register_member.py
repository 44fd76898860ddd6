"""Take a member of an organisation in."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import MEMBER_REGISTERED
from houvast.directory.models import Member, Organisation, Team
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id


@dataclass(frozen=True, slots=True)
class NewMember:
    """Somebody who works for an organisation, from now when no moment is given.

    `id` is made before the act, so that pressing twice takes in one member.
    """

    organisation_id: UUID
    name: str
    team_id: UUID | None = None
    phone: str = ""
    from_at: datetime | None = None
    id: UUID = field(default_factory=new_id)


def register_member(new: NewMember, *, actor: Actor, now: datetime) -> UUID:
    """Take a member in; gives the id. A member without a function sees nothing.

    Raises `Refused`, `Invalid` for a strange team, or `Conflict` when this member was taken in already.
    """
    with act(MEMBER_REGISTERED, actor=actor, now=now) as acting:
        organisation = Organisation.objects.select_for_update().get(pk=new.organisation_id)
        acting.municipality = organisation.municipality_id
        permit(acting, policy.may_manage(load_manager(actor, now=now), organisation.id))
        if new.team_id is not None and not Team.objects.filter(pk=new.team_id, organisation=organisation).exists():
            raise Invalid({"team": "Dit team hoort niet bij deze organisatie."})
        if Member.objects.filter(pk=new.id).exists():
            raise Conflict("Deze medewerker is al opgenomen. U vindt deze bij Mensen.")
        row = Member(
            id=new.id,
            organisation=organisation,
            team_id=new.team_id,
            name=new.name,
            phone=new.phone,
            from_at=new.from_at or now,
        )
        add_row(acting, "member", row)
        return row.id
