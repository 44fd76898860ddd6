"""Let a member leave the team."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import TEAM_LEFT
from houvast.directory.services.steps.load_member import load_member
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict


def leave_team(member_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Let a member work in no team. Never oneself. Raises `Conflict` when the member is in none already."""
    with act(TEAM_LEFT, actor=actor, now=now) as acting:
        member = load_member(acting, member_id)
        permit(acting, policy.may_give(load_manager(actor, now=now), member.organisation_id, frozenset({member.id})))
        if member.team_id is None:
            raise Conflict("Deze medewerker zit in geen team.")
        acting.details.update(team=str(member.team_id))
        member.team_id = None
        member.save(update_fields=["team"])
