"""End a limit before its last day, with the reason. What was recorded stays as it was."""

from datetime import date, datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events
from houvast.plans.models import LimitEnd
from houvast.plans.rules.limits import end_problems
from houvast.plans.services.steps.load_limit import acting_on_limit
from houvast.vault.sealing import seal

END_PLACE = "plans_limitend.why"


def end_limit(*, actor: Actor, now: datetime, limit_id: UUID, ended_on: date | None, why: str) -> None:
    """End a limit. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was ended already."""
    with acting_on_limit(events.LIMIT_ENDED, limit_id, actor=actor, now=now) as (loaded, limit):
        today = in_amsterdam(now).date()
        problems = end_problems(ended_on, why, starts_on=limit.starts_on, ends_on=limit.ends_on, today=today)
        if problems or ended_on is None:
            raise Invalid(problems)
        if LimitEnd.objects.filter(limit=limit).exists():
            raise Conflict("Deze maatregel is al beëindigd.")
        end_id = new_id()
        LimitEnd(
            id=end_id,
            limit=limit,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            ended_on=ended_on,
            why_sealed=seal(loaded.case.key, why.strip(), place=f"{END_PLACE}:{end_id}"),
            at=now,
            by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("limit", limit.id, kind=limit.kind)
