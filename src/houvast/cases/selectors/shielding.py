"""Who is locked out of a case, whether it gives no hit, and what a municipality closed in its table."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from houvast.cases import scopes, scopes_shielding
from houvast.cases.models import CaseResident
from houvast.cases.rules.matrix import Part, Relation
from houvast.cases.services.lock_out import REASON_PLACE
from houvast.cases.services.withhold_hit import REASON_PLACE as WITHHELD_PLACE
from houvast.directory.viewer import Viewer
from houvast.vault.sealing import unseal


@dataclass(frozen=True, slots=True)
class LockedOut:
    """A member who sees nothing of a case, why, since when, and who saw to it."""

    id: UUID
    member: str
    organisation: str
    reason: str
    since: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """That a case gives no hit: why, since when, who saw to it, and when somebody looks again."""

    case_id: UUID
    reason: str
    review_on: date
    since: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Closed:
    """A part that a municipality closed to a relation, and why."""

    id: UUID
    relation: Relation
    part: Part
    why: str
    since: datetime


def locked_out(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[LockedOut, ...]:
    """Give who is locked out of a case that the viewer leads, newest first; nobody for who does not lead it."""
    rows = scopes.lock_outs(viewer, now=now).filter(case_id=case_id, ended_at__isnull=True)
    joined = rows.select_related("member__organisation", "added_by", "case__key").order_by("-added_at", "id")
    return tuple(
        LockedOut(
            id=row.id,
            member=row.member.name,
            organisation=row.member.organisation.name,
            reason=unseal(row.case.key, row.reason_sealed, place=f"{REASON_PLACE}:{row.id}"),
            since=row.added_at,
            by=row.added_by.name,
        )
        for row in joined
    )


def kept_from(people: Collection[UUID], *, now: datetime) -> frozenset[tuple[UUID, UUID]]:
    """Give which members are locked out of a case of which of these people, in two queries.

    For choosing who reads about somebody; it is shown to nobody.
    """
    within = list(CaseResident.objects.filter(resident__in=people).values_list("case_id", "resident_id"))
    rows = scopes_shielding.locked_out(now=now).filter(case__in={case_id for case_id, _ in within})
    out = list(rows.values_list("case_id", "member_id"))
    return frozenset((member, person) for case, member in out for about, person in within if about == case)


def withheld(viewer: Viewer, case_id: UUID, *, now: datetime) -> Withheld | None:
    """Say whether a case that the viewer leads gives no hit; None too for who does not lead it."""
    rows = scopes.withheld_hits(viewer, now=now).filter(case_id=case_id, ended_at__isnull=True)
    row = rows.select_related("added_by", "case__key").first()
    if row is None:
        return None
    reason = unseal(row.case.key, row.reason_sealed, place=f"{WITHHELD_PLACE}:{row.id}")
    return Withheld(row.case_id, reason, row.review_on, row.added_at, row.added_by.name)


def withheld_to_review(viewer: Viewer, until: date, *, now: datetime) -> dict[UUID, date]:
    """Give of which cases that the viewer leads somebody looks again by a day whether they still give no hit."""
    rows = scopes.withheld_hits(viewer, now=now).filter(ended_at__isnull=True, review_on__lte=until)
    return dict(rows.order_by("review_on", "id").values_list("case_id", "review_on"))


def closed_cells(municipality_id: UUID) -> tuple[Closed, ...]:
    """Give what a municipality has closed now: a list without people, for everybody."""
    rows = scopes.closed_cells(municipality_id).filter(ended_at__isnull=True).order_by("decided_at", "id")
    return tuple(Closed(row.id, Relation(row.relation), Part(row.part), row.why, row.decided_at) for row in rows)
