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
    account_id, municipality = _account(username)
    with act(SIGN_IN_FAILED, actor=actor, now=now, municipality=municipality) as acting:
        acting.subject, acting.subject_id = "account", account_id
        acting.details["reason"] = reason
    if locked:
        with act(SIGN_IN_LOCKED, actor=actor, now=now, municipality=municipality) as acting:
            acting.subject, acting.subject_id = "account", account_id


def _account(username: str) -> tuple[UUID | None, UUID | None]:
    """Give the account with this name and the municipality of its holder, as far as there are any."""
    rows = Account.objects.filter(username=username.lower())
    return rows.values_list("pk", "member__organisation__municipality_id").first() or (None, None)
