"""The second factor of an account, which django-allauth keeps for us."""

from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator

from houvast.directory.models import Account


def factor_of(account_id: UUID) -> Authenticator | None:
    """Give the factor, locked with its account until the act around it is over; None when the account has none."""
    account = Account.objects.select_for_update().get(pk=account_id)
    return account.authenticator_set.filter(type=Authenticator.Type.TOTP).first()


def store_factor(account_id: UUID, secret: str) -> None:
    """Write a factor with its secret sealed. Called inside the act that is on record."""
    account = Account.objects.get(pk=account_id)
    account.authenticator_set.create(type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(secret)})


def seal_factors_anew() -> int:
    """Seal the secret of every factor again, so under the master key of now; give how many there are."""
    adapter, count = get_adapter(), 0
    for account in Account.objects.order_by("pk").select_for_update():
        for factor in account.authenticator_set.filter(type=Authenticator.Type.TOTP):
            factor.data = {**factor.data, "secret": adapter.encrypt(adapter.decrypt(str(factor.data["secret"])))}
            factor.save(update_fields=["data"])
            count += 1
    return count
