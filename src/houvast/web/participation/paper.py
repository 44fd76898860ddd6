"""The own page on paper, for who leads the case to give: the same lines as on the screen, on record as given."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from houvast.cases.selectors.bands import case_by_code
from houvast.desk.selectors.own_page import OwnPage, in_words, own_page, record_own_page_read
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible, Refused
from houvast.participation import policy
from houvast.participation.events import OWN_PAGE_ON_PAPER
from houvast.participation.selectors.of_case import participants_of
from houvast.participation.selectors.taking_part import participating
from houvast.web.door import DoorRequest, signed_in
from houvast.web.pdf import as_pdf

PDF, TEXT = "pagina.pdf", "pagina.txt"


@require_safe
@signed_in
def pdf(request: DoorRequest, code: str, participant_id: UUID) -> HttpResponse:
    """Give the page as an accessible PDF."""
    page = _page(request, code, participant_id)
    return _file(as_pdf("own_page", on_paper(page)), "application/pdf", PDF)


@require_safe
@signed_in
def text(request: DoorRequest, code: str, participant_id: UUID) -> HttpResponse:
    """Give the page as plain text."""
    page = _page(request, code, participant_id)
    return _file(as_text(page).encode(), "text/plain; charset=utf-8", TEXT)


def on_paper(page: OwnPage) -> dict[str, object]:
    """Give the page for `typesetting`."""
    (title, introduction), *parts = in_words(page)
    return {
        "titel": title,
        "afzender": page.municipality,
        "inleiding": introduction,
        "delen": [{"titel": heading, "regels": lines} for heading, lines in parts],
        "onder": _under(page),
    }


def as_text(page: OwnPage) -> str:
    """Give the page as plain text."""
    blocks = ["\n".join((heading, *lines)) for heading, lines in in_words(page)]
    return "\n\n".join((*blocks, _under(page))) + "\n"


def _under(page: OwnPage) -> str:
    return f"Zo was het op {moment(page.made_at, page.made_at)}, {page.municipality}."


def _page(request: DoorRequest, code: str, participant_id: UUID) -> OwnPage:
    """Give the page of who takes part now, with its giving on record. Raises `NotVisible` or `Refused`."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    known = participants_of(request.viewer, found.band.case_id, now=request.now)
    who = participating(participant_id, now=request.now) if participant_id in {each.id for each in known} else None
    if who is None:
        raise NotVisible
    verdict = policy.may_let_take_part(request.viewer, found.facts)
    if not verdict.allowed:
        raise Refused(verdict)
    page = own_page(who, now=request.now)
    record_own_page_read(who, now=request.now, event=OWN_PAGE_ON_PAPER, actor=request.actor)
    return page


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
