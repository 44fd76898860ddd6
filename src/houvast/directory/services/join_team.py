"""Let a member join a team."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import TEAM_JOINED
from houvast.directory.models import Team
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def join_team(member_id: UUID, team_id: UUID, *, actor: Actor, now: datetime) -> None:
    """Let a member work in a team of the own organisation, instead of in another one. Never oneself.

    What is asked of the team, the member sees from now on. Raises `Conflict` when the member is in it already.
    """
    with act(TEAM_JOINED, actor=actor, now=now) as acting:
        member = load_member(acting, member_id)
        permit(acting, policy.may_give(load_manager(actor, now=now), member.organisation_id, frozenset({member.id})))
        refuse_left(member)
        if not Team.objects.filter(pk=team_id, organisation_id=member.organisation_id).exists():
            raise Invalid({"team": "Dit team hoort niet bij deze organisatie."})
        if member.team_id == team_id:
            raise Conflict("Deze medewerker zit al in dit team.")
        acting.details.update(team=str(team_id), before=str(member.team_id or ""))
        member.team_id = team_id
        member.save(update_fields=["team"])
