"""The slow reference of who may not see: who is locked out, and which cells are closed."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Model, QuerySet

from houvast.cases import scopes
from houvast.cases.models import Access, Case, ClosedCell, GlassBreak, GlassJudgement, LockOut, Seat, WithheldHit
from houvast.directory.models import Member
from tests.worlds import World

LEADS = {"case_director", "process_director"}


def still(row: LockOut | ClosedCell, begun: datetime, now: datetime) -> bool:
    """Say whether what somebody shut is shut at a moment."""
    return begun <= now and (row.ended_at is None or row.ended_at > now)


def locked_out_of(world: dict[type[Model], list[Model]], member: Member, now: datetime) -> set[UUID]:
    """Work out of which cases somebody sees nothing."""
    locks = [row for row in world[LockOut] if isinstance(row, LockOut) and still(row, row.added_at, now)]
    return {row.case_id for row in locks if row.member_id == member.id}


def is_closed(reason: Access, world: dict[type[Model], list[Model]], now: datetime) -> bool:
    """Say whether a municipality closed the cell of a reason."""
    cells = [row for row in world[ClosedCell] if isinstance(row, ClosedCell) and still(row, row.decided_at, now)]
    shut = {(row.municipality_id, row.relation, row.part) for row in cells}
    return (reason.municipality_id, reason.relation, reason.part) in shut


def glass_shown(
    world: dict[type[Model], list[Model]], reasons: Sequence[Access], *, officer: bool
) -> dict[Callable[..., QuerySet[Model]], set[object]]:
    """Work out what somebody sees of glass and withheld hits who leads a case, or is the privacy officer here."""
    led = {each.case_id for each in reasons if each.part == "people" and each.relation in LEADS}
    withheld = [vars(row) for row in world[WithheldHit]]
    broken, said = ([vars(row) for row in world[table]] for table in (GlassBreak, GlassJudgement))
    return {
        scopes.withheld_hits: {row["id"] for row in withheld if row["case_id"] in led},
        scopes.glass_breaks: {row["id"] for row in broken if row["case_id"] in led},
        scopes.glass_judgements: {row["id"] for row in said if row["case_id"] in led},
        lambda viewer, now: scopes.logged_glass_breaks(viewer): {row["id"] for row in broken if officer},
        lambda viewer, now: scopes.logged_glass_judgements(viewer): {row["id"] for row in said if officer},
    }


def keep_one_out(world: World, case_id: UUID, moments: Sequence[datetime], chance: random.Random) -> None:
    """Lock somebody out of a case who never had a responsibility in it."""
    sanne = world.members["sanne"]
    seated = [each for each in Seat.objects.filter(case_id=case_id).values_list("member_id", flat=True) if each]
    free = Member.objects.exclude(pk__in=[*seated, sanne.pk]).exclude(name__startswith="Iris").order_by("id")
    LockOut.objects.create(
        case_id=case_id,
        municipality_id=Case.objects.values_list("municipality_id", flat=True).get(pk=case_id),
        member=chance.choice(list(free)),
        reason_sealed=b"sealed",
        added_by=sanne,
        added_at=chance.choice(moments),
    )
