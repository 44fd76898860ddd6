"""The other municipalities, and who works there: for a case that crosses to one of them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Holding, Responsibility
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


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another municipality that works with Houvast."""

    id: UUID
    code: str
    name: str


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
    ).exclude(function__in=[ADMINISTRATOR, PRIVACY_OFFICER])
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


def process_directors(municipality_id: UUID, *, now: datetime) -> tuple[MemberLine, ...]:
    """Give who directs processes at a municipality itself, by its model: they are asked to receive a case. By name."""
    newest = AdoptedModel.objects.filter(municipality_id=municipality_id).order_by("-number").first()
    if newest is None:
        return ()
    rules = parsed_model(newest).seats.items()
    holders = [rule.holders for (_, of), rule in rules if of is Responsibility.PROCESS_DIRECTION]
    functions = {code for each in holders for code, holding in each.items() if holding is Holding.YES}
    return members_with_function(municipality_id, sorted(functions), now=now)


def receives_moves(member_id: UUID, municipality_id: UUID, *, now: datetime) -> bool:
    """Say whether a member directs processes at a municipality, and so can be asked to receive a case."""
    return any(line.id == member_id for line in process_directors(municipality_id, now=now))
