"""Look again at a phase and record that it still fits; another phase begins by scaling."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy
from houvast.cases.models import PhaseReview
from houvast.cases.rules.reviewing import NewReview, review_problems
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

WEIGHED_PLACE = "cases_phasereview.weighed"
WHY_NOT_PLACE = "cases_phasereview.why_not_asked"


def review_phase(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    new: NewReview,
    seen_period: UUID | None = None,
    review_id: UUID | None = None,
    seen_words: int = 0,
) -> UUID:
    """Record that the phase still fits, and when somebody looks again; gives the id of the review.

    `review_id` is the id that the page gave it, so that pressing twice records it once. `seen_words` is the number of
    the last own words that the actor saw: nothing is done past newer ones. Raises `NotVisible`, `Refused`, `Invalid`,
    or `Conflict` when the phase changed since it was seen or the review is there already.
    """
    with acting_on_case(
        events.PHASE_REVIEWED, actor=actor, now=now, case_id=case_id, seen_period=seen_period
    ) as loaded:
        loaded.permit(policy.may_review(loaded.viewer, loaded.facts))
        loaded.require_heard(seen_words, now=now)
        weeks = loaded.model.phase(loaded.phase).review_weeks
        problems = review_problems(new, weeks=weeks, today=in_amsterdam(now).date())
        if problems or new.resident_asked is None:
            raise Invalid(problems)
        row_id = review_id or new_id()
        if PhaseReview.objects.filter(pk=row_id).exists():
            raise Conflict("Dit is al vastgelegd. De nieuwe datum staat bij de casus.")

        def sealed(text: str, place: str) -> bytes:
            return seal(loaded.case.key, text.strip(), place=f"{place}:{row_id}")

        PhaseReview(
            id=row_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            period=loaded.case.phase_period,
            weighed_sealed=sealed(new.weighed, WEIGHED_PLACE),
            resident_asked=new.resident_asked,
            why_not_asked_sealed=sealed(new.why_not_asked, WHY_NOT_PLACE),
            review_on=new.review_on,
            reviewed_by_id=loaded.viewer.member_id,
            reviewed_at=now,
        ).save(force_insert=True)
        loaded.about("review", row_id, phase=loaded.phase, resident_asked=new.resident_asked)
        return row_id
