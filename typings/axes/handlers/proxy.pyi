from collections.abc import Mapping

from django.http import HttpRequest

class AxesProxyHandler:
    @classmethod
    def is_allowed(cls, request: HttpRequest, credentials: Mapping[str, str] | None = None) -> bool: ...
    @classmethod
    def user_login_failed(cls, sender: object, credentials: Mapping[str, str], request: HttpRequest) -> None: ...
    @classmethod
    def reset_attempts(cls, *, ip_address: str | None = None, username: str | None = None) -> int: ...
