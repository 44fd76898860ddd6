"""Who stands in the log, by id."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from houvast.directory.models import Account, Member, Team


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who did something, also when they do not work there any more."""

    name: str
    organisation: str


def who(member_ids: Collection[UUID]) -> dict[UUID, Who]:
    """Give members by id, of now and of before; in one query."""
    rows = Member.objects.filter(pk__in=member_ids).values_list("pk", "name", "organisation__name")
    return {member_id: Who(name, organisation) for member_id, name, organisation in rows}


def names_of(ids: Collection[UUID]) -> dict[UUID, str]:
    """Say who or what these are that the log is about: members, holders of accounts and teams; in three queries."""
    accounts = Account.objects.filter(pk__in=ids).values_list("pk", "member__name", "member__organisation__name")
    teams = Team.objects.filter(pk__in=ids).values_list("pk", "name")
    members = who(ids)
    return {
        **{each: f"{found.name} ({found.organisation})" for each, found in members.items()},
        **{account_id: f"{name} ({organisation})" for account_id, name, organisation in accounts},
        **dict(teams),
    }
