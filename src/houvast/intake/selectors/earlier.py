"""Earlier concerns about the same person or at the same address, in the six weeks before: facts with their dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from houvast.directory.viewer import Viewer
from houvast.intake import scopes
from houvast.intake.defaults import EARLIER_WITHIN
from houvast.intake.models import Concern
from houvast.intake.rules.repeats import Link, shared
from houvast.intake.services.steps.file_concern import facts_of

_CLUES = ("bsn_index", "resident_id", "surname", "postcode", "street")


@dataclass(frozen=True, slots=True)
class EarlierConcern:
    """An earlier concern: when it was reported, where it came in, and what it shares with this one."""

    id: UUID
    reported_on: date
    point: str
    link: Link


def earlier_concerns(
    viewer: Viewer, concerns: Sequence[Concern], *, now: datetime
) -> dict[UUID, tuple[EarlierConcern, ...]]:
    """Give for each of these concerns the earlier ones that the viewer may see, newest first, in one query."""
    looked = [concern for concern in concerns if concern.key_id is not None]
    if not looked:
        return {}
    since = min(concern.reported_on for concern in looked) - EARLIER_WITHIN
    rows = scopes.concerns(viewer, now=now).filter(_may_share(looked), reported_on__gte=since)
    found = list(rows.select_related("point").order_by("-reported_on", "-received_at", "id"))
    return {concern.id: tuple(_earlier(concern, found)) for concern in looked}


def _may_share(concerns: Sequence[Concern]) -> Q:
    """Narrow down in the database to what may be the same; the rules judge the rest."""
    found = Q()
    for name in _CLUES:
        found |= Q(**{f"{name}__in": {getattr(each, name) for each in concerns} - {"", None}})
    return found


def _earlier(concern: Concern, others: Sequence[Concern]) -> list[EarlierConcern]:
    lines = []
    for other in others:
        link = _link(concern, other) if _is_before(other, concern) and _may_be(concern, other) else None
        if link is not None:
            lines.append(EarlierConcern(other.id, other.reported_on, other.point.name, link))
    return lines


def _is_before(other: Concern, concern: Concern) -> bool:
    if concern.reported_on - other.reported_on > EARLIER_WITHIN:
        return False
    return (other.reported_on, other.received_at) < (concern.reported_on, concern.received_at)


def _may_be(concern: Concern, other: Concern) -> bool:
    """Whether two share a text as it stands: rows were found for all concerns together, so most pairs do not."""
    return any(getattr(concern, name) and getattr(concern, name) == getattr(other, name) for name in _CLUES)


def _link(concern: Concern, other: Concern) -> Link | None:
    if concern.resident_id is not None and concern.resident_id == other.resident_id:
        return Link.PERSON
    return shared(facts_of(concern), facts_of(other))
