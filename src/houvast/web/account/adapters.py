"""How django-allauth keeps and shows a second factor here, and that nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from houvast.vault.sealing import seal_under_master, unseal_under_master

_PLACE = "totp"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by an administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody opens an account for oneself."""
        return False


class FactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are sealed under the master key, so that the database alone opens no account."""

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return seal_under_master(text, place=_PLACE)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a stored secret; raises `BrokenSeal` when it was changed."""
        return unseal_under_master(encrypted_text, place=_PLACE)
