"""What machines may know without signing in: no names, no numbers of cases."""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from houvast.upkeep.health import health as look
from houvast.web.clock import read_clock

UNWELL = 503


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Give what is in order; status 503 when something is not."""
    found = look(read_clock())
    return JsonResponse(asdict(found), status=200 if found.is_well else UNWELL)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Ask search engines to stay away."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
