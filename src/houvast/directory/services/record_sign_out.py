"""Put on record that a session ended."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.events import SIGNED_OUT
from houvast.directory.services.steps.account_place import municipality_of_account
from houvast.kernel.actor import Actor

Reason = Literal["asked", "idle", "absolute", "not_active"]


def record_sign_out(account_id: UUID, *, reason: Reason, actor: Actor, now: datetime) -> None:
    """Put on record that somebody signed out, or that a limit ended the session."""
    with act(SIGNED_OUT, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.municipality = municipality_of_account(account_id)
        acting.details["reason"] = reason
