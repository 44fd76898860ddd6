"""What is kept, since when and until when; and one of it with its clocks."""

from collections.abc import Set as AbstractSet
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability import policy
from houvast.accountability.events import RETENTION_READ
from houvast.accountability.rules.retention import GOES_BY_ITSELF, UnitKind
from houvast.accountability.selectors.certificates import ProposalLine, open_proposals
from houvast.accountability.selectors.standing import facts, holds_on, proposals_on, unit_page
from houvast.accountability.selectors.units import Unit, unit
from houvast.audit.services.act import record_read
from houvast.kernel.dutch_dates import moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.paging import Page
from houvast.kernel.working_time import in_amsterdam
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import PRIMARY, SECONDARY, Act, Link, Paging
from houvast.web.retention import looks

_SEVERAL = 2
_TABS = (
    ("casus", "Casussen"),
    ("notitie", "Notities van partners"),
    ("dossier", "Dossiers bij een ZVH"),
    ("signaal", "Losse signalen"),
    ("agendapunt", "Agendapunten"),
    ("regel", "Te herstellen"),
    ("vraag", "Vragen aan collega’s"),
    ("verzoek", "Verzoeken"),
)


@require_safe
@signed_in
def kept(request: DoorRequest) -> HttpResponse:
    """Show what is kept of one kind, the oldest first, and above it what waits for an answer."""
    municipality_id = looks.municipality_of(request)
    slug = request.GET.get("soort", "casus")
    page = unit_page(municipality_id, looks.kind_of(slug), after=request.GET.get("na", ""))
    ids = [each.id for each in page.rows]
    holds, proposals = holds_on(municipality_id, ids), proposals_on(municipality_id, ids)
    today = in_amsterdam(request.now).date()
    record_read(
        RETENTION_READ,
        actor=request.actor,
        now=request.now,
        municipality=municipality_id,
        details={"kind": slug, "rows": len(ids)},
    )
    lines = open_proposals(municipality_id)
    following = Link("Nieuwer", f"?{urlencode({'soort': slug, 'na': page.after})}") if page.after else None
    first = Link("Naar het oudste", f"?{urlencode({'soort': slug})}") if request.GET.get("na") else None
    context = {
        "nav": looks.NAV,
        "tabs": [(Link(text, f"/bewaren/?soort={each}"), each == slug) for each, text in _TABS],
        "heading": dict(_TABS)[slug],
        "waiting": [_proposal(line, request) for line in lines],
        "to_approve": sum(
            line.approved_at is None and line.proposed_by_id != request.viewer.member_id for line in lines
        ),
        "to_propose": _propose_all(slug, page, today, holds.keys() | proposals.keys(), request.GET.get("na", "")),
        "rows": [looks.unit_row(each, holds.get(each.id), proposals.get(each.id), today) for each in page.rows],
        "paging": Paging(f"{len(ids)} regels op deze pagina", first, following) if following or first else None,
    }
    return render(request, "bewaren/lijst.html", context)


def _propose_all(slug: str, page: Page[Unit], today: date, taken: AbstractSet[UUID], after: str) -> str:
    """Give where all that may go on a page is proposed at once; "" when there is less than two of it."""
    due = [each for each in page.rows if each.is_due(today) and each.id not in taken]
    if len(due) < _SEVERAL or looks.kind_of(slug) in GOES_BY_ITSELF:
        return ""
    return f"/bewaren/{slug}/voorstellen/" + (f"?{urlencode({'na': after})}" if after else "")


def _proposal(line: ProposalLine, request: DoorRequest) -> tuple[Link, str, bool]:
    kind = UnitKind(line.unit)
    text = f"{looks.unit_word(line.unit)}, {looks.name_of(kind, line.unit_id, '')}"
    said = f"voorgesteld door {line.proposed_by}, {moment(line.proposed_at, request.now)}"
    if line.approved_at is not None:
        approved = f"{said}; goedgekeurd door {line.approved_by}. De server voert het uit."
        return Link(text.capitalize(), looks.url_of(kind, line.unit_id)), approved, True
    return Link(text.capitalize(), f"/bewaren/voorstel/{line.id}/"), f"{said}.", False


@require_safe
@signed_in
def one(request: DoorRequest, slug: str, unit_id: UUID) -> HttpResponse:
    """Show one thing that is kept, with its clocks and what can be done."""
    municipality_id, kind = looks.municipality_of(request), looks.kind_of(slug)
    found = unit(municipality_id, kind, unit_id)
    if found is None:
        raise NotVisible
    hold = holds_on(municipality_id, [unit_id]).get(unit_id)
    proposed = proposals_on(municipality_id, [unit_id]).get(unit_id)
    looks.record_unit(request, kind, unit_id)
    may = policy.may_propose(request.viewer, facts(found, hold, now=request.now))
    acts = []
    if proposed is not None and not proposed.approved:
        acts.append(Act("Voorstel bekijken", f"/bewaren/voorstel/{proposed.id}/", PRIMARY))
    elif proposed is None and may.allowed:
        acts.append(Act("Vernietiging voorstellen", looks.url_of(kind, unit_id, "voorstellen"), PRIMARY))
    if hold is None:
        acts.append(Act("Vasthouden", looks.url_of(kind, unit_id, "vasthouden"), SECONDARY))
    else:
        acts.append(Act("Vrijgeven", f"/bewaren/vastgehouden/{hold.id}/vrijgeven/", SECONDARY))
    context = {
        "nav": looks.NAV,
        "back": f"/bewaren/?soort={slug}",
        "row": looks.unit_row(found, hold, proposed, in_amsterdam(request.now).date()),
        "clocks": [looks.clock_row(each, name) for each, name in zip(found.clocks, found.names, strict=True)],
        "acts": acts,
    }
    return render(request, "bewaren/een.html", context)
