"""Coming in to one's own page with DigiD: by a provider of OpenID Connect that says who somebody is.

Who is known but takes part in nothing reads the same as who is not known at all.
"""

from collections.abc import Callable, Mapping
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from houvast.configuration import OpenIdProvider
from houvast.desk.selectors.own_page import record_own_page_read
from houvast.directory.selectors_municipalities import municipal_organisations
from houvast.integrations.openid import Begun, NotProven, begin, finish, provider
from houvast.kernel.errors import NotVisible, Refused
from houvast.participation.events import PAGES_OFFERED
from houvast.participation.rules.taking_part import ParticipantKind
from houvast.participation.selectors.taking_part import Participating, with_bsn
from houvast.participation.services.come_in_by_proof import come_in_by_proof
from houvast.web import coming_in, own_session
from houvast.web.door import OWN_SIGN_IN_PATH, as_read
from houvast.web.own_page.sign_in import A_MEMBER, OWN_PAGE

CHOICE_PATH = "/mijn/digid/keuze/"
_DOWN = "DigiD doet het nu niet. Probeer het later opnieuw, of gebruik uw code op papier."
_NOT_PROVEN = "Het inloggen met DigiD is niet gelukt. Probeer het opnieuw, of gebruik uw code op papier."
_NO_PAGE = (
    "U hebt hier geen eigen pagina, of zij is gestopt. Wilt u lezen wie u helpt en wat er is afgesproken? "
    "Vraag het aan wie u helpt. U kunt alles ook op papier krijgen."
)
UNPROCESSABLE, UNAVAILABLE = 422, 503


def _provided(view: Callable[[HttpRequest, OpenIdProvider], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let nobody in who is signed in as a member; and where nobody set a provider up, lead to the codes."""

    @wraps(view)
    def door(request: HttpRequest, /) -> HttpResponse:
        asked = provider()
        if asked is None:
            return HttpResponseRedirect(OWN_SIGN_IN_PATH)
        if as_read(request).viewer is not None:
            raise Refused(A_MEMBER)
        return view(request, asked)

    return door


@require_safe
@_provided
def go(request: HttpRequest, asked: OpenIdProvider) -> HttpResponse:
    """Send somebody to the provider; who is in already stays in."""
    if as_read(request).participant is not None:
        return HttpResponseRedirect(OWN_PAGE)
    try:
        begun = begin(asked, back=_back(request))
    except NotProven:
        return _told(request, _DOWN, UNAVAILABLE)
    kept = {"state": begun.state, "nonce": begun.nonce, "verifier": begun.verifier}
    answer = HttpResponseRedirect(begun.address)
    coming_in.begin_asking(answer, kept, now=as_read(request).now)
    return answer


@require_safe
@_provided
def back(request: HttpRequest, asked: OpenIdProvider) -> HttpResponse:
    """Take in who comes back from the provider, when there is a page of theirs; a question is for once."""
    kept = coming_in.asked(request, now=as_read(request).now)
    answer = _take_in(request, asked, kept) if kept else HttpResponseRedirect(OWN_SIGN_IN_PATH)
    coming_in.forget(answer)
    return answer


def _take_in(request: HttpRequest, asked: OpenIdProvider, kept: Mapping[str, str]) -> HttpResponse:
    now = as_read(request).now
    begun = Begun("", kept["state"], kept["nonce"], kept["verifier"])
    try:
        proof = finish(asked, begun, back=_back(request), answer=request.build_absolute_uri(), now=now)
    except NotProven:
        return _told(request, _NOT_PROVEN, UNPROCESSABLE)
    pages = with_bsn(proof.bsn, now=now)
    if not pages:
        return _told(request, _NO_PAGE, UNPROCESSABLE)
    own_session.prove(request.session, pages, now=now)
    return _enter(request, pages[0]) if len(pages) == 1 else HttpResponseRedirect(CHOICE_PATH)


@require_http_methods(["GET", "HEAD", "POST"])
@_provided
def choose(request: HttpRequest, _: OpenIdProvider) -> HttpResponse:
    """Let somebody with more than one page choose."""
    pages = own_session.proven(request.session, now=as_read(request).now)
    if not pages:
        return HttpResponseRedirect(OWN_SIGN_IN_PATH)
    if request.method == "POST":
        chosen = next((each for each in pages if str(each.id) == request.POST.get("page")), None)
        return _enter(request, chosen) if chosen else HttpResponseRedirect(CHOICE_PATH)
    for who in pages:
        record_own_page_read(who, now=as_read(request).now, event=PAGES_OFFERED)
    places = {each.municipality_id: each.name for each in municipal_organisations()}
    titles = [(each.id, _title(each), places[each.municipality_id]) for each in pages]
    return _page(request, "mijn/kiezen.html", {"pages": titles})


def _enter(request: HttpRequest, who: Participating) -> HttpResponse:
    now = as_read(request).now
    try:
        come_in_by_proof(actor=who.actor, now=now, participant_id=who.id)
    except NotVisible:
        return HttpResponseRedirect(OWN_SIGN_IN_PATH)
    own_session.come_in_by_proof(request.session, who, now=now)
    return HttpResponseRedirect(OWN_PAGE)


def _title(who: Participating) -> str:
    return "Mijn eigen pagina" if who.kind is ParticipantKind.SELF else f"De pagina van {who.about}"


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("own_provider_back"))


def _told(request: HttpRequest, message: str, status: int) -> HttpResponse:
    return _page(request, "mijn/digid.html", {"message": message}, status=status)


def _page(request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    answer = render(request, template, context, status=status)
    answer.headers["X-Robots-Tag"], answer.headers["Referrer-Policy"] = "noindex", "no-referrer"
    return answer
