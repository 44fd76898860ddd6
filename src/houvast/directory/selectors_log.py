"""Who stands in the log, by id."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from houvast.directory.models import Member


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who did something, also when they do not work there any more."""

    name: str
    organisation: str


def who(member_ids: Collection[UUID]) -> dict[UUID, Who]:
    """Give members by id, of now and of before; in one query."""
    rows = Member.objects.filter(pk__in=member_ids).values_list("pk", "name", "organisation__name")
    return {member_id: Who(name, organisation) for member_id, name, organisation in rows}
