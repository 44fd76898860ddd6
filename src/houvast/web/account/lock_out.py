"""Lock-out after too many failed attempts: django-axes does the counting, this says what it may know.

Passwords are counted per account name and address, so that nobody shuts a colleague out from elsewhere; codes, for
which one must know the password already, are counted per account from all addresses together.
"""

from collections.abc import Mapping
from datetime import datetime
from ipaddress import ip_address
from uuid import UUID

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from houvast.audit.services.act import writing

_CODE = "code:"
_ACTIVATION = "activation:"


def counted_by(_request: HttpRequest, credentials: Mapping[str, str] | None) -> list[str | list[str]]:
    """Tell django-axes by what it counts (the setting AXES_LOCKOUT_PARAMETERS)."""
    if credentials and credentials["username"].startswith(_CODE):
        return ["username"]
    return [["username", "ip_address"]]


def address_of(request: HttpRequest) -> str:
    """Give the address that somebody comes from: what our own proxy added last, or the connection itself."""
    connection = str(request.META.get("REMOTE_ADDR", ""))
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if not settings.SECURE_SSL_REDIRECT or not told:
        return connection
    try:
        return str(ip_address(told))
    except ValueError:
        return connection


class Attempts:
    """The failed attempts on one name, at one moment.

    django-axes keeps what it finds on a request; so it gets one that holds the address and nothing else.
    """

    def __init__(self, name: str, address: str, now: datetime) -> None:
        """Look at the attempts on a name from an address."""
        self._credentials = {"username": name}
        self._address = address
        self._request = HttpRequest()
        # The attributes that axes' own `update_request` would read from a real request.
        known = {"updated": True, "locked_out": False, "attempt_time": now, "ip_address": address, "user_agent": ""}
        for attribute, value in {**known, "path_info": "", "http_accept": "", "credentials": None}.items():
            setattr(self._request, f"axes_{attribute}", value)

    @property
    def closed(self) -> bool:
        """Say whether there were too many."""
        return not AxesProxyHandler.is_allowed(self._request, self._credentials)

    def failed(self) -> None:
        """Count one more. Many at once take their turns, so that each is counted."""
        with writing():
            AxesProxyHandler.user_login_failed(None, self._credentials, self._request)

    def account_with(self, password: str) -> UUID | None:
        """Give the account whose name and password these are; a failure is counted."""
        # Django's own `authenticate` would count in a transaction that looks first and writes then: on SQLite two of
        # those at once are an error. Whether the account is closed was asked before.
        found = ModelBackend().authenticate(None, username=self._credentials["username"], password=password)
        if found is None:
            self.failed()
            return None
        return UUID(str(found.pk))

    def forget(self) -> None:
        """Begin to count anew, after it went well."""
        with writing():
            AxesProxyHandler.reset_attempts(username=self._credentials["username"], ip_address=self._address)


def password_attempts(username: str, request: HttpRequest, *, now: datetime) -> Attempts:
    """Give the attempts to guess the password of an account, from this address."""
    return Attempts(username.lower(), address_of(request), now)


def code_attempts(account_id: UUID, request: HttpRequest, *, now: datetime) -> Attempts:
    """Give the attempts to guess the code of an account, from any address."""
    return Attempts(f"{_CODE}{account_id}", address_of(request), now)


def activation_attempts(username: str, request: HttpRequest, *, now: datetime) -> Attempts:
    """Give the attempts to guess the activation code of an account, from this address."""
    return Attempts(f"{_ACTIVATION}{username.lower()}", address_of(request), now)
