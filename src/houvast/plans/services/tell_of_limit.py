"""Record that the resident was told of a limit after it was recorded: when, and what."""

from datetime import date, datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events
from houvast.plans.models import LimitTold
from houvast.plans.rules.limits import told_problems
from houvast.plans.services.steps.load_limit import acting_on_limit
from houvast.vault.sealing import seal

TOLD_PLACE = "plans_limittold.words"


def tell_of_limit(*, actor: Actor, now: datetime, limit_id: UUID, told_on: date | None, told: str) -> None:
    """Record the telling. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when the resident knew already."""
    with acting_on_limit(events.LIMIT_TOLD, limit_id, actor=actor, now=now) as (loaded, limit):
        problems = told_problems(told_on, told, today=in_amsterdam(now).date())
        if problems or told_on is None:
            raise Invalid(problems)
        if limit.told_on is not None or LimitTold.objects.filter(limit=limit).exists():
            raise Conflict("Er staat al dat de inwoner dit weet.")
        told_id = new_id()
        LimitTold(
            id=told_id,
            limit=limit,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            told_on=told_on,
            words_sealed=seal(loaded.case.key, told.strip(), place=f"{TOLD_PLACE}:{told_id}"),
            at=now,
            by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("limit", limit.id, kind=limit.kind)
