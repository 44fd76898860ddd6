"""Record what followed a decision: who was heard, that the resident was told (or not yet, why, and until when)."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import FollowUp
from houvast.cases.rules.following_up import NewFollowUp, follow_up_problems
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

TEXT_PLACE = "cases_followup.text"


def record_follow_up(
    *,
    actor: Actor,
    now: datetime,
    decision_id: UUID,
    item: FollowUp.Item,
    state: FollowUp.State,
    on_date: date | None,
    text: str,
) -> None:
    """Record that something is done, or postponed with a reason and a date; the last row of an item counts.

    What was still open when the case closed may be recorded by who led it, until it goes well.
    Raises `NotVisible`, `Refused` or `Invalid`.
    """
    with acting_on_row(events.FOLLOW_UP_RECORDED, scopes.decisions, decision_id, actor=actor, now=now) as found:
        loaded, decision = found
        looks_after = scopes.looked_after(loaded.viewer, now=now).filter(case_id=loaded.case.id).exists()
        loaded.permit(policy.may_follow_up(loaded.viewer, loaded.facts, looks_after=looks_after))
        new = NewFollowUp(item.value, state.value, on_date, text)
        problems = follow_up_problems(new, in_amsterdam(now).date())
        if problems or on_date is None:
            raise Invalid(problems)
        row_id = new_id()
        FollowUp(
            id=row_id,
            decision=decision,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            item=item,
            state=state,
            on_date=on_date,
            text_sealed=seal(loaded.case.key, text.strip(), place=f"{TEXT_PLACE}:{row_id}"),
            recorded_by_id=loaded.viewer.member_id,
            recorded_at=now,
        ).save(force_insert=True)
        loaded.about("follow_up", row_id, item=item.value, state=state.value)
