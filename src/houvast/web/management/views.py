"""Pages for managing people: the list, and one member."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from houvast.directory.selectors_arrangements import duos, mandates
from houvast.directory.selectors_management import open_repairs, people, person
from houvast.kernel.errors import NotVisible
from houvast.web.door import DoorRequest, signed_in
from houvast.web.management import pages
from houvast.web.management.duos import duo_row
from houvast.web.management.mandates import mandate_row


@require_GET
@signed_in
def people_page(request: DoorRequest) -> HttpResponse:
    """List the people of the own organisation, by name."""
    after = _after(request.GET.get("na", ""))
    found = people(request.viewer, after=after, now=request.now)
    context = {
        "nav": "beheer",
        "rows": pages.people_rows(found),
        "paging": pages.people_paging(found, is_first=after is None),
        "repairs": len(open_repairs(request.viewer, now=request.now)),
    }
    return render(request, "beheer/mensen.html", context)


def _after(given: str) -> UUID | None:
    try:
        return UUID(given) if given else None
    except ValueError as wrong:
        raise NotVisible from wrong


@require_GET
@signed_in
def person_page(request: DoorRequest, member_id: UUID) -> HttpResponse:
    """Show a member with functions, stand-ins and account."""
    shown = person(request.viewer, member_id, now=request.now)
    me = request.viewer.member_id
    held = mandates(request.viewer, now=request.now, of_member=member_id)
    paired = duos(request.viewer, now=request.now, of_member=member_id)
    context = {
        "nav": "beheer",
        "person": shown,
        "functions": pages.function_rows(shown, is_oneself=member_id == me),
        "mandates": tuple(mandate_row(line, me, of_person=True) for line in held),
        "duos": tuple(duo_row(line, me) for line in paired),
        "stand_ins": pages.stand_in_rows(shown),
        "left": "" if shown.until_at is None else pages.last_day(shown.until_at),
        "is_oneself": member_id == me,
    }
    return render(request, "beheer/medewerker.html", context)


@require_GET
@signed_in
def repairs_page(request: DoorRequest) -> HttpResponse:
    """List the repairs that wait for a second administrator."""
    found = open_repairs(request.viewer, now=request.now)
    rows = pages.repair_rows(found, me=request.viewer.member_id, now=request.now)
    return render(request, "beheer/herstel.html", {"nav": "beheer", "rows": rows})
