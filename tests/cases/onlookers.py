"""Who looks, and which reasons to see hold for them, one row at a time: the slow reference of every scope."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from houvast.cases.models import Access
from houvast.directory.models import Member, StandIn
from tests.cases.shielding_reference import is_closed, locked_out_of


@dataclass(frozen=True)
class Onlooker:
    """A member and whom they stand in for, as plain facts."""

    member: UUID
    members: set[UUID]
    teams: set[UUID]
    organisation: UUID


def onlooker(member: Member, now: datetime) -> Onlooker:
    """Work out who somebody is, one stand-in at a time."""
    members, teams = {member.id}, {member.team_id}
    for each in StandIn.objects.all():
        if each.stand_in_id == member.id and each.from_at <= now < each.until_at:
            absent = Member.objects.get(pk=each.member_id)
            members.add(absent.id)
            teams.add(absent.team_id)
    return Onlooker(member.id, members, {team for team in teams if team}, member.organisation_id)


def holds(reason: Access, who: Onlooker, now: datetime) -> bool:
    """Say whether one reason to see holds for somebody at a moment."""
    meant = reason.member_id in who.members or reason.team_id in who.teams or reason.organisation_id == who.organisation
    if not meant or reason.from_at > now:
        return False
    if reason.until_at is not None and reason.until_at <= now:
        return False
    return reason.withdrawn_at is None or reason.withdrawn_at > now


def reasons_of(world: dict[type[Model], list[Model]], member: Member, who: Onlooker, now: datetime) -> list[Access]:
    """Give the reasons to see of a member: not those of a case that they are locked out of, nor of a closed cell."""
    kept_out = locked_out_of(world, member, now)
    mine = [row for row in world[Access] if isinstance(row, Access) and holds(row, who, now)]
    return [row for row in mine if row.case_id not in kept_out and not is_closed(row, world, now)]
