"""Reads for short lines: the teams that keep them, who looks after a team, and where a line may lead."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.directory.models import Account, MemberFunction, Team
from houvast.directory.selectors import holds_at
from houvast.directory.viewer import Viewer

COORDINATORS = ("teamleider",)
"""The functions that look after a team. *Onbevestigd*: the inventory names the work, the model calls it this."""


@dataclass(frozen=True, slots=True)
class KeptTeam:
    """A team of a municipality whose lines somebody may keep."""

    id: UUID
    name: str
    organisation_id: UUID
    municipality_id: UUID


def kept_teams(viewer: Viewer) -> tuple[KeptTeam, ...]:
    """Give the teams that the viewer works in, by name; to an administrator all of the own municipality."""
    own = Q(pk__in=viewer.team_ids)
    if viewer.is_administrator:
        own |= Q(organisation_id=viewer.organisation_id)
    rows = Team.objects.filter(own, organisation__municipality__isnull=False).select_related("organisation")
    return tuple(
        KeptTeam(row.id, row.name, row.organisation_id, row.organisation.municipality_id)
        for row in rows.order_by("name", "id")
        if row.organisation.municipality_id is not None
    )


def coordinators(team_ids: Collection[UUID], *, now: datetime) -> dict[UUID, frozenset[UUID]]:
    """Give who coordinates each of these teams now, in one query; a team without any is not in it."""
    held = MemberFunction.objects.filter(
        holds_at(now), holds_at(now, "member__"), function__in=COORDINATORS, member__team_id__in=list(team_ids)
    )
    found: dict[UUID, frozenset[UUID]] = {}
    for team_id, member_id in held.values_list("member__team_id", "member_id"):
        if team_id is not None:
            found[team_id] = found.get(team_id, frozenset()) | {member_id}
    return found


def who_sign_in(*, now: datetime) -> QuerySet[Account, UUID]:
    """Give the ids of the members who can sign in now, to ask about in a query of another room."""
    return Account.objects.filter(holds_at(now, "member__"), is_active=True).values_list("member_id", flat=True)
