"""The other municipalities, and who works there: for a case that crosses to one of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Domain, Holding, Responsibility
from houvast.directory.models import AdoptedModel, Member, MemberFunction, Municipality, Team
from houvast.directory.selectors import (
    ADMINISTRATOR,
    PRIVACY_OFFICER,
    MemberLine,
    NamedId,
    holds_at,
    members_with_function,
    parsed_model,
)
from houvast.directory.viewer import ARCHIVIST


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another municipality that works with Houvast."""

    id: UUID
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class ReceivingTeam:
    """A team that can be asked to receive a case. `hears_concerns`: it decides on what the reporting points get."""

    id: UUID
    name: str
    hears_concerns: bool


def neighbours(municipality_id: UUID) -> tuple[Neighbour, ...]:
    """Give the municipalities but this one, by name."""
    rows = Municipality.objects.exclude(pk=municipality_id).order_by("name")
    return tuple(Neighbour(row.id, row.code, row.name) for row in rows)


def neighbour(municipality_id: UUID, code: str) -> Neighbour | None:
    """Give another municipality by its code; None when there is none, or when it is this one."""
    row = Municipality.objects.exclude(pk=municipality_id).filter(code=code).first()
    return None if row is None else Neighbour(row.id, row.code, row.name)


def workers_of(municipality_id: UUID, *, now: datetime) -> tuple[NamedId, ...]:
    """Give who works on cases at a municipality itself now, by name, each with the title of a function."""
    rows = MemberFunction.objects.filter(
        holds_at(now), holds_at(now, "member__"), member__organisation__municipality_id=municipality_id
    ).exclude(function__in=[ADMINISTRATOR, ARCHIVIST, PRIVACY_OFFICER])
    titles: dict[UUID, str] = {}
    for row in rows.select_related("member").order_by("member__name", "member_id", "from_at"):
        titles.setdefault(row.member_id, f"{row.member.name}, {row.title}")
    return tuple(NamedId(member_id, name) for member_id, name in titles.items())


def municipality_of_host(member_id: UUID | None, team_id: UUID | None, *, now: datetime) -> UUID | None:
    """Give for which municipality a member or a team works now; None when for none, or when not one is given."""
    if team_id is not None and member_id is None:
        return Team.objects.filter(pk=team_id).values_list("organisation__municipality_id", flat=True).first()
    if member_id is not None and team_id is None:
        at_work = Member.objects.filter(holds_at(now), pk=member_id)
        return at_work.values_list("organisation__municipality_id", flat=True).first()
    return None


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is asked to receive a case in another municipality: one member, or one team."""

    member: UUID | None = None
    team: UUID | None = None

    def viewers(self) -> tuple[list[UUID], list[UUID]]:
        """Give the members and the teams that are asked, of which one list is empty."""
        return [self.member] if self.member else [], [self.team] if self.team else []


def receiving_functions(municipality_id: UUID) -> frozenset[str]:
    """Give the functions that direct processes at a municipality, by its model: who has one accepts a case for it."""
    return functions_for(municipality_id, [Responsibility.PROCESS_DIRECTION])


def functions_for(municipality_id: UUID, responsibilities: Collection[Responsibility]) -> frozenset[str]:
    """Give the functions that may have one of these responsibilities for good, in any phase of the model there."""
    newest = AdoptedModel.objects.filter(municipality_id=municipality_id).order_by("-number").first()
    if newest is None:
        return frozenset()
    rules = parsed_model(newest).seats.items()
    holders = [rule.holders for (_, of), rule in rules if of in responsibilities]
    return frozenset(code for each in holders for code, holding in each.items() if holding is Holding.YES)


def process_directors(municipality_id: UUID, *, now: datetime) -> tuple[MemberLine, ...]:
    """Give who directs processes at a municipality itself: they are asked to receive a case. By name."""
    return members_with_function(municipality_id, sorted(receiving_functions(municipality_id)), now=now)


def receiving_teams(municipality_id: UUID, *, now: datetime) -> tuple[ReceivingTeam, ...]:
    """Give the teams of a municipality in which somebody directs processes; where concerns come in goes first."""
    people = [line.id for line in process_directors(municipality_id, now=now)]
    teams = Team.objects.filter(pk__in=Member.objects.filter(pk__in=people).values("team_id"))
    found = [ReceivingTeam(row.id, row.name, row.domain == Domain.OGGZ) for row in teams.order_by("name", "id")]
    return tuple(sorted(found, key=lambda team: not team.hears_concerns))


def receives_moves(asked: Asked, municipality_id: UUID, *, now: datetime) -> bool:
    """Say whether a case can be offered there: to one who directs processes, or to a team with somebody who does."""
    if asked.member is not None and asked.team is None:
        return any(line.id == asked.member for line in process_directors(municipality_id, now=now))
    if asked.team is not None and asked.member is None:
        return any(team.id == asked.team for team in receiving_teams(municipality_id, now=now))
    return False
