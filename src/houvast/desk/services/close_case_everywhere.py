"""Close a case, with what other rooms do then, in one transaction."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import together
from houvast.cases.services.close_case import NewClosing, close_case
from houvast.desk.services.steps.after_closing import after_closing
from houvast.kernel.actor import Actor


def close_case_everywhere(
    *, actor: Actor, now: datetime, case_id: UUID, new: NewClosing, seen_period: UUID | None = None, seen_words: int = 0
) -> None:
    """Do all of it, or nothing. What is asked and raised is what `close_case` says."""
    with together():
        close_case(actor=actor, now=now, case_id=case_id, new=new, seen_period=seen_period, seen_words=seen_words)
        after_closing(actor=actor, now=now, case_id=case_id)
