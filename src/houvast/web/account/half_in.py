"""Between the password and the code: who it is, and where they were going. Kept in the session for ten minutes."""

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.sessions.backends.base import SessionBase

from houvast.directory.selectors_sign_in import SignInAccount, sign_in_account
from houvast.vault.sealing import seal_under_master, unseal_under_master

MINUTES = 10
_KEY = "half_in"
_PLACE = "session.half_in"


@dataclass(frozen=True, slots=True)
class HalfIn:
    """Somebody whose password was right."""

    account: SignInAccount
    destination: str


def begin(session: SessionBase, account: SignInAccount, destination: str, *, now: datetime) -> None:
    """Remember that the password was right, under a session key that nobody else can know."""
    session.cycle_key()
    session[_KEY] = {
        "account": str(account.id),
        "at": int(now.timestamp()),
        "to": destination,
        "mark": account.password_mark,
    }


def half_in(session: SessionBase, *, now: datetime) -> HalfIn | None:
    """Give who is half in; None when nobody is, when it took too long, or when the account was closed
    or its password changed meanwhile.
    """
    kept = session.get(_KEY)
    if kept is None or now.timestamp() - kept["at"] > MINUTES * 60:
        return None
    account = sign_in_account(UUID(kept["account"]))
    if account is None or not compare_digest(str(kept.get("mark", "")), account.password_mark):
        return None
    return HalfIn(account, kept["to"])


def new_secret(session: SessionBase) -> str:
    """Give the secret that is being enrolled: the same on every look, and sealed in between."""
    kept = session[_KEY]
    if "secret" not in kept:
        session[_KEY] = {**kept, "secret": seal_under_master(generate_totp_secret(), place=_PLACE)}
    return unseal_under_master(session[_KEY]["secret"], place=_PLACE)


def end(session: SessionBase) -> None:
    """Forget it."""
    session.pop(_KEY, None)
