"""Open an account for a member."""

from datetime import datetime
from functools import lru_cache
from uuid import UUID

from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.conf import settings
from django.contrib.auth.hashers import make_password

from houvast.audit.services.act import act
from houvast.directory import policy
from houvast.directory.events import ACCOUNT_OPENED
from houvast.directory.models import Account
from houvast.directory.practice import OPEN_WORD
from houvast.directory.services.steps.factor import store_factor
from houvast.directory.services.steps.load_member import load_member, refuse_left
from houvast.directory.services.steps.managing import add_row, load_manager, permit
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid


def open_account(member_id: UUID, username: str, *, practice: bool = False, actor: Actor, now: datetime) -> UUID:
    """Open an account; gives its id. It has no password yet: the holder sets one with an activation code.

    A practice account gets the password that everybody knows and a factor at once; it exists in practice mode only.
    Raises `Invalid` for a name in use.
    """
    with act(ACCOUNT_OPENED, actor=actor, now=now) as acting:
        member = load_member(acting, member_id)
        manager = load_manager(actor, now=now)
        permit(acting, policy.may_give(manager, member.organisation_id, frozenset({member.id})))
        refuse_left(member)
        account = Account(username=username.lower(), member=member, is_practice=practice)
        if practice:
            _refuse_outside_practice()
            account.password = _practice_hash()
        else:
            account.set_unusable_password()
        add_row(acting, "account", account)
        if practice:
            store_factor(account.id, generate_totp_secret())
        acting.details.update(member=str(member.id), practice=practice)
        return account.id


def _refuse_outside_practice() -> None:
    if not settings.HOUVAST_PRACTICE:
        raise Invalid({"": "Oefenaccounts bestaan alleen in de oefenregio (HOUVAST_PRACTICE=1)."})


@lru_cache(maxsize=1)
def _practice_hash() -> str:
    """Hash the open password once: hashing is slow on purpose, and here there is nothing to protect."""
    return make_password(OPEN_WORD)
