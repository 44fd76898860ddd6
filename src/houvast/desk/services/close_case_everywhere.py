"""Close a case with what it is in other rooms, in one transaction."""

from datetime import date, datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.cases.rules.receiving import NOTHING, HandingOn
from houvast.cases.services.close_case import close_case
from houvast.desk.services.steps.after_closing import after_closing
from houvast.kernel.actor import Actor


def close_case_and_pages(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    reason: str,
    text: str,
    aftercare_on: date | None,
    handing_on: HandingOn = NOTHING,
    seen_period: UUID | None = None,
    seen_words: int = 0,
) -> None:
    """Do all of it, or nothing. What is asked and raised is what `close_case` says."""
    with together():
        close_case(
            actor=actor,
            now=now,
            case_id=case_id,
            reason=reason,
            text=text,
            aftercare_on=aftercare_on,
            handing_on=handing_on,
            seen_period=seen_period,
            seen_words=seen_words,
        )
        after_closing(actor=actor, now=now, case_id=case_id)
