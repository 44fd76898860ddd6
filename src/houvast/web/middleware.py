"""What happens to every request: the moment, who it is, what a browser may keep, and errors as pages."""

import logging
import re
from collections.abc import Callable
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from houvast.audit.services.act import Detail, record_refused_read
from houvast.desk.selectors.asked import case_asked_for
from houvast.directory.selectors import viewer
from houvast.directory.services.record_sign_out import record_sign_out
from houvast.kernel.actor import member
from houvast.kernel.errors import Conflict, HouvastError, Invalid, NotVisible, Refused
from houvast.vault.key_store import SecretMissing
from houvast.web import own_session
from houvast.web.clock import read_clock
from houvast.web.door import AnyRequest, as_read
from houvast.web.events import PAGE_REFUSED
from houvast.web.session_limits import ending, touch
from houvast.web.somebody_first import conflict_anywhere

_LOG = logging.getLogger("houvast.web")
_STATUS: dict[type[HouvastError], int] = {Refused: 403, NotVisible: 404, Invalid: 422}
LONGEST_ADDRESS = 2000
"""How long an address may be, in characters. *Verzonnen*: ours hold codes and ids only, and none comes near it."""
_METHODS = ("GET", "HEAD", "POST")
_UTF_8 = "utf-8"
_CODE = re.compile(r"[A-Z]-\d{4}-\d{4,}")
_PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class DoorMiddleware:
    """Reads the clock once, looks up who it is, and gives what services say no to as a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the way."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Prepare the request and finish the response."""
        if request.method not in _METHODS:
            return _not_allowed(request, HttpResponseNotAllowed(_METHODS))
        if len(request.get_full_path()) > LONGEST_ADDRESS:
            return render(request, "414.html", status=414)
        if request.content_params is not None and request.content_params.get("charset", _UTF_8).lower() != _UTF_8:
            # Django's own page for this looks into the form once more, and fails on it again.
            return render(request, "400.html", status=400)
        read = as_read(request)
        read.now = read_clock()
        read.viewer = read.actor = read.account_id = read.ended_for = read.participant = None
        if request.user.is_authenticated:
            _look_up(read, request.user.pk, request.user.member_id)
            own_session.leave(request.session)
        else:
            read.participant = own_session.participant_of(request.session, now=read.now)
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response = _not_allowed(request, response)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Give the page for what a service said no to. Anything else is a fault of ours: the 500 page."""
        if not isinstance(exception, HouvastError):
            return None
        if isinstance(exception, Refused | NotVisible) and not exception.on_record:
            _record(as_read(request), exception)
        if isinstance(exception, Conflict):
            return conflict_anywhere(request, exception)
        if isinstance(exception, SecretMissing):
            _LOG.error(exception.message, exc_info=exception)
            return render(request, "503.html", status=503)
        status = _STATUS.get(type(exception))
        context = {"message": exception.message}
        return render(request, f"{status}.html", context, status=status) if status else None


def _not_allowed(request: HttpRequest, answer: HttpResponseNotAllowed) -> HttpResponse:
    """Give the page for a way of asking that an address does not know, with the ways that it does."""
    page = render(request, "405.html", status=answer.status_code)
    page.headers["Allow"] = answer.headers["Allow"]
    return page


def _record(request: AnyRequest, refusal: Refused | NotVisible) -> None:
    """Put on record what the door itself said no to: which page, the id or code that was asked for, and whose case."""
    if request.viewer is None or request.actor is None or request.resolver_match is None:
        return
    asked = request.resolver_match.kwargs
    code = str(asked.get("code", "")).upper()
    code = code if _CODE.fullmatch(code) else ""
    row_id = next((value for value in asked.values() if isinstance(value, UUID)), None)
    details: dict[str, Detail] = {"page": request.resolver_match.route}
    if code:
        details["code"] = code
    record_refused_read(
        PAGE_REFUSED,
        actor=request.actor,
        now=request.now,
        reason=refusal.verdict.reason if isinstance(refusal, Refused) else "not_visible",
        municipality=request.viewer.municipality_id,
        case=case_asked_for(code, row_id),
        subject_id=row_id,
        details=details,
    )


def _look_up(request: AnyRequest, account_id: UUID, member_id: UUID) -> None:
    """Put the viewer on the request, or end a session that is over or whose member is no longer active."""
    over = ending(request.session, now=request.now)
    seen = None if over else viewer(member_id, now=request.now)
    if seen is None:
        record_sign_out(account_id, reason=over or "not_active", actor=member(member_id), now=request.now)
        request.session.flush()
        request.user = AnonymousUser()
        request.ended_for = account_id
        return
    request.viewer, request.actor, request.account_id = seen, member(seen.member_id), account_id
    touch(request.session, now=request.now)
