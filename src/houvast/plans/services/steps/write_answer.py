"""Write what became of tailor-made help, once, sealed under the key of its case."""

from datetime import datetime, timedelta

from houvast.cases.services.act_in_case import LoadedCase
from houvast.kernel.errors import Conflict
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.models import TailorMade, TailorMadeDecision
from houvast.plans.rules.tailor_made import OUTCOME_AFTER_DAYS, NewTailorAnswer, TailorAnswer
from houvast.vault.sealing import seal

WHY_PLACE = "plans_tailormadedecision.why"
DECIDED_ALREADY = "Hierover is al besloten, of de aanvraag is ingetrokken. Kijk opnieuw."


def refuse_when_decided(tailor_made: TailorMade) -> None:
    """Raise `Conflict` when somebody answered already. The caller has locked the case."""
    if TailorMadeDecision.objects.filter(tailor_made=tailor_made).exists():
        raise Conflict(DECIDED_ALREADY)


def write_answer(
    loaded: LoadedCase, tailor_made: TailorMade, new: NewTailorAnswer, *, now: datetime, on_behalf_of: str = ""
) -> None:
    """Write the one answer; what is granted gets the day on which its outcome is asked."""
    row_id, today = new_id(), in_amsterdam(now).date()
    granted = new.answer is TailorAnswer.GRANTED
    refused = new.answer is TailorAnswer.REFUSED
    TailorMadeDecision(
        id=row_id,
        tailor_made=tailor_made,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        answer=new.answer.value,
        reason=new.reason.value if refused and new.reason else "",
        granted_cents=(new.cents or 0) if granted else 0,
        why_sealed=seal(loaded.case.key, new.why.strip(), place=f"{WHY_PLACE}:{row_id}"),
        on_behalf_of=on_behalf_of,
        decided_on=today,
        outcome_on=today + timedelta(days=OUTCOME_AFTER_DAYS) if granted else None,
        at=now,
        by_id=loaded.viewer.member_id,
    ).save(force_insert=True)
