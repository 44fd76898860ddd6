"""Who stands in the log, by id."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.directory.models import Account, Member, MemberFunction, Team


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who did something, also when they do not work there any more."""

    name: str
    organisation: str


def who(member_ids: Collection[UUID]) -> dict[UUID, Who]:
    """Give members by id, of now and of before; in one query."""
    rows = Member.objects.filter(pk__in=member_ids).values_list("pk", "name", "organisation__name")
    return {member_id: Who(name, organisation) for member_id, name, organisation in rows}


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody worked and as what, and from when until when."""

    organisation: str
    title: str
    from_at: datetime
    until_at: datetime | None


def posts_of(member_ids: Collection[UUID]) -> dict[UUID, list[Post]]:
    """Give what members were, of now and of before, by id and never by name; in one query."""
    rows = MemberFunction.objects.filter(member__in=member_ids).order_by("from_at")
    found: dict[UUID, list[Post]] = {}
    for row in rows.values_list("member_id", "member__organisation__name", "title", "from_at", "until_at"):
        found.setdefault(row[0], []).append(Post(*row[1:]))
    return found


def title_at(posts: Sequence[Post], at: datetime) -> str:
    """Say as what somebody worked at a moment: the function that held then, else the last one; "" without any."""
    held = [post for post in posts if post.from_at <= at and (post.until_at is None or at < post.until_at)]
    return (held or posts)[-1].title if posts else ""


def people_of(municipality_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """Give who works or worked at a municipality, by name; in one query."""
    rows = Member.objects.filter(organisation__municipality=municipality_id).order_by("name", "id")
    return tuple(rows.values_list("pk", "name"))


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
