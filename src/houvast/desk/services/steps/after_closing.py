"""What other rooms do when a case has just closed, in the transaction that closed it."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.participation.services.end_pages_of_case import end_pages_of_case
from houvast.reporting_code.services.keep_open_codes import keep_open_codes


def after_closing(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """End the own pages of the case, and let open reporting codes stay with who began them."""
    end_pages_of_case(actor=actor, now=now, case_id=case_id)
    keep_open_codes(actor=actor, now=now, case_id=case_id)
