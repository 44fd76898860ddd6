"""Write down tailor-made help: a small amount that the case director decides alone, or a question to who decides."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases.services.act_in_case import LoadedCase, act_in_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import add_working_days, in_amsterdam
from houvast.plans import events, policy
from houvast.plans.models import TailorMade
from houvast.plans.rules.tailor_made import (
    DECIDE_WITHIN_WORKING_DAYS,
    NewTailorAnswer,
    NewTailorMade,
    TailorAnswer,
    TailorContent,
    Way,
    tailor_problems,
    written,
)
from houvast.plans.selectors.tailor_settings import limit_cents
from houvast.plans.services.steps.decider_sight import let_mandated_see
from houvast.plans.services.steps.write_answer import write_answer
from houvast.vault.sealing import seal

CONTENT_PLACE = "plans_tailormade.content"
_EVENTS = {Way.ALONE: events.TAILORED_ALONE, Way.ASKED: events.TAILOR_MADE_ASKED}


def make_tailor_made(*, actor: Actor, now: datetime, case_id: UUID, new: NewTailorMade, tailor_id: UUID) -> UUID:
    """Write it down; gives its id. What a case director decides alone is granted at once.

    `tailor_id` is made before the act, so that pressing twice does it once. Raises `NotVisible`, `Refused`, `Invalid`
    with a message at each field, or `Conflict` when it is there already.
    """
    with act_in_case(_EVENTS[new.way], actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_tailor(loaded.viewer, loaded.facts, new.way))
        limit = limit_cents(loaded.case.municipality_id)
        problems = tailor_problems(new, limit)
        if problems or new.cents is None:
            raise Invalid(problems)
        if TailorMade.objects.filter(pk=tailor_id).exists():
            raise Conflict("Dit maatwerk staat er al. Het staat één keer bij het plan.")
        made = _write(loaded, new, tailor_id, new.cents, limit, now)
        if new.way is Way.ALONE:
            write_answer(loaded, made, NewTailorAnswer(TailorAnswer.GRANTED, new.cents), now=now)
        else:
            let_mandated_see(loaded, made, actor=actor, now=now)
        loaded.about("tailor_made", tailor_id, cents=new.cents)
        return tailor_id


def _write(
    loaded: LoadedCase, new: NewTailorMade, tailor_id: UUID, cents: int, limit: int, now: datetime
) -> TailorMade:
    words = TailorContent(
        *(text.strip() for text in (new.content.what, new.content.effect, new.content.without, new.content.law))
    )
    made = TailorMade(
        id=tailor_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        way=new.way.value,
        cents=cents,
        limit_cents=limit,
        content_sealed=seal(loaded.case.key, written(words), place=f"{CONTENT_PLACE}:{tailor_id}"),
        decide_before=_decide_before(now) if new.way is Way.ASKED else None,
        at=now,
        by_id=loaded.viewer.member_id,
        ground=min(loaded.viewer.domains, default="partner"),
        organisation_id=loaded.viewer.organisation_id,
        retention_from=in_amsterdam(now).date(),
    )
    made.save(force_insert=True)
    return made


def _decide_before(now: datetime) -> date:
    return in_amsterdam(add_working_days(now, DECIDE_WITHIN_WORKING_DAYS)).date()
