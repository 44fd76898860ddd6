"""What may follow a decision, filled in together with it: judged before the decision, recorded right after it."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from houvast.cases import policy
from houvast.cases.models import FollowUp
from houvast.cases.rules.following_up import NewFollowUp, problems_at_decision
from houvast.cases.services.record_follow_up import record_follow_up
from houvast.cases.services.steps.load_case import LoadedCase, facts_of_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid, Refused
from houvast.kernel.working_time import in_amsterdam


def check_follow_ups(follow_ups: Iterable[NewFollowUp], *, now: datetime) -> None:
    """Raise `Invalid` with what is wrong, at the fields of the page of the decision."""
    problems = problems_at_decision(follow_ups, in_amsterdam(now).date())
    if problems:
        raise Invalid(problems)


def permit_follow_ups(loaded: LoadedCase, follow_ups: Collection[NewFollowUp]) -> None:
    """Raise `Refused` when who decided has no part in the case as it is now: then whoever leads it fills this in."""
    verdict = policy.may_work_in(loaded.viewer, facts_of_case(loaded.case, loaded.model))
    if follow_ups and not verdict.allowed:
        raise Refused(verdict)


def record_follow_ups(decision_id: UUID, follow_ups: Iterable[NewFollowUp], *, actor: Actor, now: datetime) -> None:
    """Record each with its own row in the log; the caller holds the transaction of the decision (`together`)."""
    for new in follow_ups:
        record_follow_up(
            actor=actor,
            now=now,
            decision_id=decision_id,
            item=FollowUp.Item(new.item),
            state=FollowUp.State(new.state),
            on_date=new.on_date,
            text=new.text,
        )
