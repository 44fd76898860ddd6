"""Put on record that somebody did not get in."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.events import SIGN_IN_FAILED, SIGN_IN_LOCKED
from houvast.directory.models import Account
from houvast.kernel.actor import Actor

Failure = Literal["wrong_password", "wrong_code", "wrong_activation", "not_active"]


def record_failed_sign_in(username: str, reason: Failure, *, locked: bool, actor: Actor, now: datetime) -> None:
    """Put a failed attempt on record, and the lock-out that it led to.

    The entry names the account when there is one, and never the name that was typed: that may be a password.
    """
    with act(SIGN_IN_FAILED, actor=actor, now=now) as acting:
        account_id = _account_id(username)
        acting.subject, acting.subject_id = "account", account_id
        acting.details["reason"] = reason
    if locked:
        with act(SIGN_IN_LOCKED, actor=actor, now=now) as acting:
            acting.subject, acting.subject_id = "account", account_id


def _account_id(username: str) -> UUID | None:
    return Account.objects.filter(username=username.lower()).values_list("pk", flat=True).first()
