"""Proposing and approving as a list: what stands on the page, in one go."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse

from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import to_approve
from houvast.accountability.selectors.standing import to_propose
from houvast.accountability.services.approve_list import approve_list
from houvast.accountability.services.propose_list import propose_list
from houvast.web.act_page import ActPage, Done, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.retention import looks
from houvast.web.retention.forms import ListForm


@signed_in
def propose_all(request: DoorRequest, slug: str) -> HttpResponse:
    """Propose what stands on a page of a list and may go."""
    municipality_id, kind, after = looks.municipality_of(request), looks.kind_of(slug), request.GET.get("na", "")
    found = to_propose(municipality_id, kind, now=request.now, after=after)
    rows = [(str(each.id), looks.name_of(kind, each.id, each.code)) for each in found]
    page = ActPage(
        title="Alles voorstellen wat weg mag",
        button="Vernietiging voorstellen",
        done="",
        not_done="Er is nog niets voorgesteld.",
        back=f"/bewaren/?{urlencode({'soort': slug} | ({'na': after} if after else {}))}",
        back_text="Bewaren",
        intro="Dit zijn de regels van de pagina die weg mogen en nog niet zijn voorgesteld.",
        consequences=("Iemand anders beslist. Pas daarna wordt er iets vernietigd.", *looks.GOES),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> Done:
        count = propose_list(actor=request.actor, now=request.now, kind=kind, unit_ids=_chosen(data))
        return Done(page.back, f"Voorgesteld: {count}. Dit wacht op een tweede persoon.")

    form = ListForm(request.POST if request.method == "POST" else None, rows=rows)
    return act_page(request, page, form, do)


@signed_in
def approve_all(request: DoorRequest) -> HttpResponse:
    """Approve what others proposed and the page shows."""
    found = to_approve(looks.municipality_of(request), request.viewer.member_id)
    rows = [
        (str(each.id), f"{looks.unit_word(each.unit)}, {looks.name_of(UnitKind(each.unit), each.unit_id, '')}")
        for each in found
    ]
    page = ActPage(
        title="Voorstellen goedkeuren",
        button="Goedkeuren",
        done="",
        not_done="Er is nog niets goedgekeurd.",
        back="/bewaren/",
        back_text="Bewaren",
        intro="Dit stelden anderen voor. Haal weg wat moet blijven; dat beantwoordt u apart.",
        consequences=("De server voert het uit.", *looks.GOES),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> Done:
        count = approve_list(actor=request.actor, now=request.now, proposal_ids=_chosen(data))
        return Done(page.back, f"Goedgekeurd: {count}. De server voert het uit.")

    form = ListForm(request.POST if request.method == "POST" else None, rows=rows)
    return act_page(request, page, form, do)


def _chosen(data: dict[str, object]) -> list[UUID]:
    """Give what was ticked."""
    chosen = data["chosen"]
    return [UUID(str(each)) for each in chosen] if isinstance(chosen, list) else []
