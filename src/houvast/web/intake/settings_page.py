"""The page that says how intake is set up: its reporting points and its short lists."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.intake.selectors.settings import settings_to_see
from houvast.web.door import DoorRequest, signed_in
from houvast.web.intake.points import points_section
from houvast.web.intake.setting_up import list_sections


@require_safe
@signed_in
def settings_page(request: DoorRequest) -> HttpResponse:
    """Show how intake is set up; an administrator goes on from here to change it."""
    settings = settings_to_see(request.viewer)
    may_set = request.viewer.is_administrator
    sections = (points_section(request, may_set=may_set), *list_sections(settings, may_set=may_set))
    context = {"nav": "beheer" if may_set else "signalen", "sections": sections, "may_set": may_set}
    return render(request, "beheer/intake.html", context)
