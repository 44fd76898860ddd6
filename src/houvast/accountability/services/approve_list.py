"""Approve several proposals of others at once, as one approves a list. Each gets its own answer."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from uuid import UUID

from houvast.accountability.models import DestructionAnswer
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused


def approve_list(*, actor: Actor, now: datetime, proposal_ids: Sequence[UUID]) -> int:
    """Approve what of these may still be approved; gives how many that were. What may not is on record as refused."""
    approved = 0
    for proposal_id in proposal_ids:
        with suppress(NotVisible, Refused, Conflict):
            answer_proposal(actor=actor, now=now, proposal_id=proposal_id, outcome=DestructionAnswer.Outcome.APPROVED)
            approved += 1
    return approved
