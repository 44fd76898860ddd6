"""Take a question for tailor-made help back, with the reason."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.plans import events, policy
from houvast.plans.rules.tailor_made import NewTailorAnswer, TailorAnswer, Way, answer_problems
from houvast.plans.services.steps.decider_sight import end_mandated_sight
from houvast.plans.services.steps.load_tailor_made import acting_on_tailor_made
from houvast.plans.services.steps.write_answer import refuse_when_decided, write_answer


def withdraw_tailor_made(*, actor: Actor, now: datetime, tailor_id: UUID, why: str) -> None:
    """Take it back, as who leads the case or its process.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was answered already.
    """
    with acting_on_tailor_made(events.TAILOR_MADE_WITHDRAWN, tailor_id, actor=actor, now=now) as (loaded, made):
        loaded.permit(policy.may_tailor(loaded.viewer, loaded.facts, Way.ASKED))
        refuse_when_decided(made)
        new = NewTailorAnswer(TailorAnswer.WITHDRAWN, why=why)
        problems = answer_problems(new, made.cents)
        if problems:
            raise Invalid(problems)
        write_answer(loaded, made, new, now=now)
        end_mandated_sight(loaded, made, actor=actor, now=now)
        loaded.about("tailor_made", made.id)
