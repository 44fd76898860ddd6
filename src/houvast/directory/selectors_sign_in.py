"""Reads around signing in."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from houvast.directory.models import Account, MemberFunction
from houvast.directory.selectors import holds_at
from houvast.directory.totp import code_of, step_at, usable_steps


@dataclass(frozen=True, slots=True)
class SignInAccount:
    """An account as signing in needs it. `password_mark` changes with the password, and says nothing about it."""

    id: UUID
    member_id: UUID
    username: str
    is_practice: bool
    has_factor: bool
    password_mark: str


@dataclass(frozen=True, slots=True)
class PracticeAccount:
    """An invented person to sign in as."""

    id: UUID
    username: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PracticeGroup:
    """The practice accounts of one municipality, or of all partners together."""

    name: str
    accounts: tuple[PracticeAccount, ...]


def sign_in_account(account_id: UUID) -> SignInAccount | None:
    """Give an account that may sign in; None when it is not there or was closed."""
    return _as_signing_in(Account.objects.filter(pk=account_id, is_active=True).first())


def account_to_activate(username: str) -> SignInAccount | None:
    """Give the account under a name, for who has a code for it; None when it is not there or was closed."""
    return _as_signing_in(Account.objects.filter(username=username.lower(), is_active=True).first())


def _as_signing_in(account: Account | None) -> SignInAccount | None:
    if account is None:
        return None
    has_factor = account.authenticator_set.filter(type=Authenticator.Type.TOTP).exists()
    mark = account.get_session_auth_hash()
    return SignInAccount(account.pk, account.member_id, account.username, account.is_practice, has_factor, mark)


def practice_groups(*, now: datetime) -> tuple[PracticeGroup, ...]:
    """Give the practice accounts per municipality, partners last; nothing outside practice mode."""
    if not settings.HOUVAST_PRACTICE:
        return ()
    titles: dict[UUID, str] = {}
    for function in MemberFunction.objects.filter(holds_at(now)).order_by("from_at", "id"):
        titles.setdefault(function.member_id, function.title)
    accounts = (
        Account.objects.filter(holds_at(now, "member__"), is_practice=True, is_active=True)
        .select_related("member__organisation__municipality")
        .order_by("member__organisation__municipality__name", "member__organisation__name", "member__name")
    )
    grouped = groupby(accounts, key=_group_name)
    groups = [
        PracticeGroup(name, tuple(_practice_account(account, titles) for account in members))
        for name, members in grouped
    ]
    return tuple(sorted(groups, key=lambda group: group.name == _PARTNERS))


_PARTNERS = "Partners"


def _group_name(account: Account) -> str:
    municipality = account.member.organisation.municipality
    return municipality.name if municipality else _PARTNERS


def _practice_account(account: Account, titles: dict[UUID, str]) -> PracticeAccount:
    organisation = account.member.organisation
    title = titles.get(account.member_id, "")
    if organisation.municipality_id is None:
        title = f"{title}, {organisation.name}" if title else organisation.name
    return PracticeAccount(account.pk, account.username, account.member.name, title)


def practice_code(account_id: UUID, *, now: datetime) -> str:
    """Give a code that a practice account can sign in with now; empty outside practice mode, and when all are used."""
    if not settings.HOUVAST_PRACTICE:
        return ""
    account = Account.objects.filter(pk=account_id, is_practice=True).first()
    factor = account.authenticator_set.filter(type=Authenticator.Type.TOTP).first() if account else None
    if factor is None:
        return ""
    steps = usable_steps(after=int(factor.data.get("used_step", 0)), now=now)
    step = next((step for step in steps if step >= step_at(now)), None)
    return "" if step is None else code_of(get_adapter().decrypt(str(factor.data["secret"])), step)
