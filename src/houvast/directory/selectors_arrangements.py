"""Reads for who manages an organisation: its teams, mandates and duos. Only an administrator, only the own one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from houvast.directory.models import AdoptedModel, Duo, FactorRepair, Mandate, Member, MemberFunction, Team
from houvast.directory.selectors import NamedId, holds_at, parsed_model
from houvast.directory.selectors_functions import known_functions
from houvast.directory.selectors_management import managed_organisation
from houvast.directory.services.steps.repair import VALID
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team as the list shows it; `members` is how many work in it now."""

    id: UUID
    name: str
    domain: str
    phone: str
    members: int


@dataclass(frozen=True, slots=True)
class TeamMember:
    """Somebody in a team, with the titles of their functions."""

    id: UUID
    name: str
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamPage:
    """A team with who works in it now, by name."""

    line: TeamLine
    members: tuple[TeamMember, ...]


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate that holds or is going to hold; `function` is on whose behalf, in words."""

    id: UUID
    member_id: UUID
    name: str
    function: str
    document: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class DuoLine:
    """A duo that holds or is going to hold; each with the titles of their functions."""

    id: UUID
    first: TeamMember
    second: TeamMember
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What there is to manage, in numbers."""

    people: int
    teams: int
    mandates: int
    duos: int
    repairs: int


def _not_over(now: datetime) -> Q:
    return Q(until_at__isnull=True) | Q(until_at__gt=now)


def counts(manager: Viewer, *, now: datetime) -> Counts:
    """Count what an administrator has to manage: who works here, what holds now, and what waits."""
    own = managed_organisation(manager)
    repairs = FactorRepair.objects.filter(
        account__member__organisation_id=own, approved_at__isnull=True, asked_at__gte=now - VALID
    )
    return Counts(
        people=Member.objects.filter(holds_at(now), organisation_id=own).count(),
        teams=Team.objects.filter(organisation_id=own).count(),
        mandates=Mandate.objects.filter(_not_over(now), member__organisation_id=own).count(),
        duos=Duo.objects.filter(_not_over(now), first__organisation_id=own).count(),
        repairs=repairs.count(),
    )


def teams(manager: Viewer, *, now: datetime) -> tuple[TeamLine, ...]:
    """Give the teams of the own organisation with how many work in them, by name; in two queries."""
    rows = Team.objects.filter(organisation_id=managed_organisation(manager)).order_by("name")
    working = Member.objects.filter(holds_at(now), team__in=rows.values("pk")).values_list("team_id")
    numbers = dict(working.annotate(number=Count("pk")).order_by())
    return tuple(TeamLine(row.id, row.name, row.domain, row.phone, numbers.get(row.id, 0)) for row in rows)


def team(manager: Viewer, team_id: UUID, *, now: datetime) -> TeamPage:
    """Give a team with its members; raises `NotVisible` for a team of another organisation."""
    row = Team.objects.filter(pk=team_id, organisation_id=managed_organisation(manager)).first()
    if row is None:
        raise NotVisible
    found = list(Member.objects.filter(holds_at(now), team=row).order_by("name", "id"))
    titles = _titles((member.id for member in found), now)
    members = tuple(TeamMember(member.id, member.name, titles.get(member.id, ())) for member in found)
    return TeamPage(TeamLine(row.id, row.name, row.domain, row.phone, len(members)), members)


def could_join(manager: Viewer, team_id: UUID, *, now: datetime) -> tuple[NamedId, ...]:
    """Give whom an administrator may put in a team: who works here and is not in it, without oneself; by name."""
    members = Member.objects.filter(organisation_id=managed_organisation(manager), until_at__isnull=True)
    others = members.filter(holds_at(now)).exclude(team_id=team_id).exclude(pk=manager.member_id)
    return tuple(
        NamedId(member.id, f"{member.name} (nu {member.team.name})" if member.team else member.name)
        for member in others.select_related("team").order_by("name", "id")
    )


def mandates(manager: Viewer, *, now: datetime, of_member: UUID | None = None) -> tuple[MandateLine, ...]:
    """Give the mandates in the own organisation that are not over, by name; those of one member when asked."""
    rows = Mandate.objects.filter(_not_over(now), member__organisation_id=managed_organisation(manager))
    if of_member is not None:
        rows = rows.filter(member_id=of_member)
    found = list(rows.select_related("member").order_by("member__name", "from_at", "id"))
    names = known_functions(manager.municipality_id) if found else {}
    return tuple(
        MandateLine(
            row.id,
            row.member_id,
            row.member.name,
            names.get(row.function, (row.function, ""))[0],
            row.document,
            row.from_at,
            row.until_at,
        )
        for row in found
    )


def duos(manager: Viewer, *, now: datetime, of_member: UUID | None = None) -> tuple[DuoLine, ...]:
    """Give the duos in the own organisation that are not over, by name; those of one member when asked."""
    rows = Duo.objects.filter(_not_over(now), first__organisation_id=managed_organisation(manager))
    if of_member is not None:
        rows = rows.filter(Q(first_id=of_member) | Q(second_id=of_member))
    found = list(rows.select_related("first", "second").order_by("first__name", "from_at", "id"))
    titles = _titles((each for row in found for each in (row.first_id, row.second_id)), now)
    return tuple(
        DuoLine(row.id, _person(row.first, titles), _person(row.second, titles), row.from_at, row.until_at)
        for row in found
    )


def deciding_functions(manager: Viewer) -> tuple[tuple[str, str], ...]:
    """Give the functions that a mandate can be about, with their names: those that decide in the model in use."""
    if manager.municipality_id is None:
        return ()
    newest = AdoptedModel.objects.filter(municipality_id=manager.municipality_id).order_by("-number").first()
    if newest is None:
        return ()
    model = parsed_model(newest)
    codes = {code for boundary in model.boundaries for code in (*boundary.decides, *boundary.urgent_confirmed_by)}
    return tuple(sorted(((code, model.function(code).name) for code in codes), key=lambda each: each[1]))


def _person(member: Member, titles: Mapping[UUID, tuple[str, ...]]) -> TeamMember:
    return TeamMember(member.id, member.name, titles.get(member.id, ()))


def _titles(member_ids: Iterable[UUID], now: datetime) -> dict[UUID, tuple[str, ...]]:
    held = MemberFunction.objects.filter(holds_at(now), member_id__in=set(member_ids)).order_by("from_at", "id")
    titles: dict[UUID, tuple[str, ...]] = {}
    for function in held:
        titles[function.member_id] = (*titles.get(function.member_id, ()), function.title)
    return titles
