"""The door for people: who comes in, at which moment, and where one goes to sign in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django_htmx.http import HttpResponseClientRedirect

from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.participation.selectors.taking_part import Participating
from houvast.web.kept_form import KEPT_PATH, keep_form
from houvast.web.own_path import own_page, own_path

SIGN_IN_PATH = "/inloggen"
OWN_SIGN_IN_PATH = "/mijn/inloggen/"
Arguments = ParamSpec("Arguments")


class AnyRequest(HttpRequest):
    """A request as the middleware leaves it. `ended_for` is the account whose session had just ended, if one had."""

    now: datetime
    viewer: Viewer | None
    actor: Actor | None
    account_id: UUID | None
    ended_for: UUID | None
    participant: Participating | None


class ParticipantRequest(HttpRequest):
    """A request of somebody who takes part in a case and came in with their own codes. Never a member too."""

    now: datetime
    participant: Participating


class DoorRequest(HttpRequest):
    """A request of somebody who is signed in. The middleware reads the clock and looks the viewer up, once."""

    now: datetime
    viewer: Viewer
    actor: Actor
    account_id: UUID


def as_read(request: HttpRequest) -> AnyRequest:
    """Say of a request that the middleware has been over it; Django has no other way to type what that adds."""
    return cast(AnyRequest, request)


def signed_in(
    view: Callable[Concatenate[DoorRequest, Arguments], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]:
    """Let only people in who are signed in; send others to sign in, and back to where they were going."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        if as_read(request).viewer is None:
            return to_sign_in(request)
        # The same object: with a viewer, the middleware has also put the actor on it.
        return view(cast(DoorRequest, request), *args, **kwargs)

    return door


def takes_part(
    view: Callable[Concatenate[ParticipantRequest, Arguments], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponseBase]:
    """Let only participants in, each to what is their own; send others to their sign-in, members too."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponseBase:
        if as_read(request).participant is None:
            return HttpResponseRedirect(OWN_SIGN_IN_PATH)
        return view(cast(ParticipantRequest, request), *args, **kwargs)

    return door


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send to the sign-in page. What was being sent is kept when it came from a session that had just ended."""
    question = {"volgende": _where(request)}
    ended_for = as_read(request).ended_for
    if ended_for is not None:
        question["verlopen"] = "1"
    if request.method == "POST":
        kept = ended_for is not None and keep_form(request, ended_for)
        question["bewaard"] = "1" if kept else "0"
        question["volgende"] = KEPT_PATH if kept else question["volgende"]
    address = f"{SIGN_IN_PATH}?{urlencode(question)}"
    if request.headers.get("HX-Request"):
        return HttpResponseClientRedirect(address)
    return HttpResponseRedirect(address)


def _where(request: HttpRequest) -> str:
    """Give the page that somebody was on: the one asked for, or the one from which a form or part was sent."""
    if request.method == "GET" and not request.headers.get("HX-Request"):
        return own_path(request.get_full_path())
    return own_page(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "", request.get_host())
