"""Reads for who manages an organisation: its people and what they hold. Only an administrator, only the own one."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Q

from houvast.directory.models import Account, FactorRepair, Member, MemberFunction, StandIn, Team
from houvast.directory.selectors import NamedId, holds_at
from houvast.directory.services.steps.repair import VALID
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A member as the list of people shows them."""

    id: UUID
    name: str
    titles: tuple[str, ...]
    has_left: bool


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """A page of people by name; `after` is where the next page begins, None on the last one."""

    lines: tuple[PersonLine, ...]
    after: UUID | None


@dataclass(frozen=True, slots=True)
class HeldFunction:
    """A function that a member holds, or is going to hold."""

    id: UUID
    title: str
    function: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True, slots=True)
class HeldStandIn:
    """Who takes a place, from when until when."""

    name: str
    from_at: datetime
    until_at: datetime


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What an administrator sees of one member. `account_id` is None when there is no account."""

    id: UUID
    name: str
    phone: str
    team: str
    until_at: datetime | None
    functions: tuple[HeldFunction, ...]
    stand_ins: tuple[HeldStandIn, ...]
    account_id: UUID | None
    username: str
    has_factor: bool
    has_password: bool
    is_practice: bool


@dataclass(frozen=True, slots=True)
class OpenRepair:
    """A repair that waits for a second administrator."""

    id: UUID
    member_id: UUID
    name: str
    asked_by: str
    asked_by_id: UUID
    asked_at: datetime
    is_password: bool


def managed_organisation(manager: Viewer) -> UUID:
    """Give the organisation that somebody manages; raises `NotVisible` for whoever manages none."""
    if not manager.is_administrator:
        raise NotVisible
    return manager.organisation_id


def people(manager: Viewer, *, after: UUID | None, now: datetime) -> PeoplePage:
    """Give a page of the people of the own organisation, by name, after the member that the last page ended with."""
    members = Member.objects.filter(organisation_id=managed_organisation(manager)).order_by("name", "id")
    last = None if after is None else members.filter(pk=after).first()
    if last is not None:
        members = members.filter(Q(name__gt=last.name) | Q(name=last.name, id__gt=last.id))
    found = list(members[: PAGE_SIZE + 1])
    shown = found[:PAGE_SIZE]
    titles: dict[UUID, list[str]] = {member.id: [] for member in shown}
    held = MemberFunction.objects.filter(holds_at(now), member_id__in=titles).order_by("from_at", "id")
    for function in held:
        titles[function.member_id].append(function.title)
    lines = tuple(
        PersonLine(member.id, member.name, tuple(titles[member.id]), member.until_at is not None) for member in shown
    )
    return PeoplePage(lines, shown[-1].id if len(found) > PAGE_SIZE else None)


def person(manager: Viewer, member_id: UUID, *, now: datetime) -> PersonPage:
    """Give what an administrator sees of a member; raises `NotVisible` for a member of another organisation."""
    own = Member.objects.filter(organisation_id=managed_organisation(manager))
    member = own.select_related("team").filter(pk=member_id).first()
    if member is None:
        raise NotVisible
    account = Account.objects.filter(member=member).first()
    factors = account.authenticator_set.filter(type=Authenticator.Type.TOTP) if account else None
    not_over = Q(until_at__isnull=True) | Q(until_at__gt=now)
    functions = MemberFunction.objects.filter(not_over, member=member).order_by("from_at", "id")
    stand_ins = StandIn.objects.filter(member=member, until_at__gt=now).select_related("stand_in").order_by("from_at")
    return PersonPage(
        id=member.id,
        name=member.name,
        phone=member.phone,
        team=member.team.name if member.team else "",
        until_at=member.until_at,
        functions=tuple(HeldFunction(f.id, f.title, f.function, f.from_at, f.until_at) for f in functions),
        stand_ins=tuple(HeldStandIn(s.stand_in.name, s.from_at, s.until_at) for s in stand_ins),
        account_id=account.pk if account else None,
        username=account.username if account else "",
        has_factor=factors is not None and factors.exists(),
        has_password=account is not None and account.has_usable_password(),
        is_practice=account is not None and account.is_practice,
    )


def member_of_function(manager: Viewer, function_id: UUID) -> UUID:
    """Give whose function this is; raises `NotVisible` outside the own organisation."""
    rows = MemberFunction.objects.filter(pk=function_id, member__organisation_id=managed_organisation(manager))
    found = rows.values_list("member_id", flat=True).first()
    if found is None:
        raise NotVisible
    return found


def colleagues(organisation_id: UUID, *, without: UUID, now: datetime) -> tuple[NamedId, ...]:
    """Give who works at an organisation now, by name, without one of them."""
    members = Member.objects.filter(holds_at(now), organisation_id=organisation_id).exclude(pk=without)
    return tuple(NamedId(member.id, member.name) for member in members.order_by("name", "id"))


def open_repairs(manager: Viewer, *, now: datetime) -> tuple[OpenRepair, ...]:
    """Give the repairs in the own organisation that wait for approval, oldest first."""
    waiting = FactorRepair.objects.filter(approved_at__isnull=True, asked_at__gte=now - VALID)
    rows = waiting.filter(account__member__organisation_id=managed_organisation(manager))
    return tuple(
        OpenRepair(
            row.id,
            row.account.member_id,
            row.account.member.name,
            row.asked_by.name,
            row.asked_by_id,
            row.asked_at,
            row.factor == FactorRepair.Factor.MEMORISED,
        )
        for row in rows.select_related("account__member", "asked_by").order_by("asked_at", "id")
    )


def own_teams(manager: Viewer) -> tuple[NamedId, ...]:
    """Give the teams of the own organisation, by name."""
    rows = Team.objects.filter(organisation_id=managed_organisation(manager)).order_by("name")
    return tuple(NamedId(team.id, team.name) for team in rows)
