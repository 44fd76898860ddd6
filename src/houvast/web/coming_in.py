"""What a browser keeps of somebody who is not in yet: between both codes, or while they are at a provider.

It is signed, and not in a session: who comes in gets one of those, and nobody else makes a row here. It says nothing of
whether a code works, so that whoever reads their own cookie learns no more than the page tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from houvast.participation.selectors.taking_part import HeldCode, with_digest

TRYING_FOR = timedelta(minutes=20)
"""How long one may take between both codes, or at a provider: a code of ten minutes, asked for twice. *Verzonnen*."""
COOKIE, _PATH, _SALT = "komt_binnen", "/mijn/", "houvast.web.coming_in"
_TYPED, _ASKED = "typed", "asked"


@dataclass(frozen=True, slots=True)
class Trying:
    """Somebody between both codes: the hash of what they typed. `shown` is the other code in a practice region."""

    digest: str
    shown: str

    def held(self, *, now: datetime) -> HeldCode | None:
        """Give the code that was typed, while it works; None, in the same way, for every other."""
        return with_digest(self.digest, now=now)


def begin_trying(answer: HttpResponse, digest: str, *, shown: str, now: datetime) -> None:
    """Keep that somebody typed a personal code, whether it works or not."""
    _keep(answer, {_TYPED: digest, "shown": shown}, now)


def trying(request: HttpRequest, *, now: datetime) -> Trying | None:
    """Give who is between both codes; None when nobody is, or when it took too long."""
    kept = _kept(request, now)
    return Trying(kept[_TYPED], kept["shown"]) if _TYPED in kept else None


def begin_asking(answer: HttpResponse, asked: Mapping[str, str], *, now: datetime) -> None:
    """Keep what belongs to a question to a provider of identities, until somebody comes back from it."""
    _keep(answer, {_ASKED: dict(asked)}, now)


def asked(request: HttpRequest, *, now: datetime) -> Mapping[str, str] | None:
    """Give what was kept of a question; None when nothing was, or when it took too long."""
    return _kept(request, now).get(_ASKED)


def forget(answer: HttpResponse) -> None:
    """Keep nothing any more."""
    answer.delete_cookie(COOKIE, path=_PATH, samesite="Lax")


def _keep(answer: HttpResponse, what: Mapping[str, object], now: datetime) -> None:
    signed = signing.dumps({**what, "at": int(now.timestamp())}, salt=_SALT)
    secure, most = settings.SESSION_COOKIE_SECURE, int(TRYING_FOR.total_seconds())
    answer.set_cookie(COOKIE, signed, max_age=most, path=_PATH, secure=secure, httponly=True, samesite="Lax")


def _kept(request: HttpRequest, now: datetime) -> Mapping[str, Any]:
    """Give what a browser kept, as it was signed here and no older than it may be; else nothing."""
    try:
        kept: Mapping[str, Any] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT)
    except signing.BadSignature:
        return {}
    return kept if now.timestamp() - kept["at"] <= TRYING_FOR.total_seconds() else {}
