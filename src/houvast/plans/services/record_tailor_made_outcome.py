"""Record what tailor-made help brought, and what it really cost."""

from datetime import datetime
from uuid import UUID

from houvast.cases.policy import may_follow_up
from houvast.cases.scopes import looked_after
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.plans import events
from houvast.plans.models import TailorMadeDecision, TailorMadeOutcome
from houvast.plans.rules.tailor_made import NewTailorOutcome, outcome_problems
from houvast.plans.services.steps.load_tailor_made import acting_on_tailor_made
from houvast.vault.sealing import seal

OUTCOME_PLACE = "plans_tailormadeoutcome.words"


def record_tailor_made_outcome(*, actor: Actor, now: datetime, tailor_id: UUID, new: NewTailorOutcome) -> None:
    """Record it once, as who leads the case, or who still looks after it when it is closed.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was not granted or is on record already.
    """
    with acting_on_tailor_made(events.TAILOR_MADE_OUTCOME, tailor_id, actor=actor, now=now) as (loaded, made):
        looks_after = looked_after(loaded.viewer, now=now).filter(case_id=made.case_id).exists()
        loaded.permit(may_follow_up(loaded.viewer, loaded.facts, looks_after=looks_after))
        problems = outcome_problems(new)
        if problems or new.cents is None:
            raise Invalid(problems)
        granted = TailorMadeDecision.objects.filter(tailor_made=made, answer=TailorMadeDecision.Answer.GRANTED)
        if not granted.exists() or TailorMadeOutcome.objects.filter(tailor_made=made).exists():
            raise Conflict("Dit maatwerk is niet toegekend, of de afloop staat er al.")
        row_id = new_id()
        TailorMadeOutcome(
            id=row_id,
            tailor_made=made,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            brought=new.brought.value,
            words_sealed=seal(loaded.case.key, new.words.strip(), place=f"{OUTCOME_PLACE}:{row_id}"),
            spent_cents=new.cents,
            at=now,
            by_id=loaded.viewer.member_id,
        ).save(force_insert=True)
        loaded.about("tailor_made", made.id, brought=new.brought.value, cents=new.cents)
