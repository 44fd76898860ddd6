"""The own page itself: read, on record before it is shown."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.desk.selectors.own_page import own_page, record_own_page_read
from houvast.web.door import ParticipantRequest, takes_part
from houvast.web.own_page.look import look


@require_safe
@takes_part
def page(request: ParticipantRequest) -> HttpResponse:
    """Show somebody their own page."""
    shown = own_page(request.participant, now=request.now)
    record_own_page_read(request.participant, now=request.now)
    answer = render(request, "mijn/pagina.html", {"page": look(shown)})
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
