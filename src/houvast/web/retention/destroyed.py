"""What was destroyed: the list, and one certificate to print."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from houvast.accountability.events import CERTIFICATE_READ
from houvast.accountability.rules.certificate import CertificateContent
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.certificates import certificate, certificates
from houvast.audit.services.act import record_read
from houvast.directory.selectors_log import Post, posts_of
from houvast.directory.selectors_organisations import organisations_of
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.web.door import DoorRequest, signed_in
from houvast.web.look import Link, Paging
from houvast.web.retention import looks


@dataclass(frozen=True, slots=True)
class CertifiedClock:
    """One clock that ran out, as the certificate prints it."""

    what: str
    whose: str
    since: str
    period: str
    until: str


@require_safe
@signed_in
def certificate_list(request: DoorRequest) -> HttpResponse:
    """Show what was destroyed, the newest first."""
    municipality_id = looks.municipality_of(request)
    page = certificates(municipality_id, after=request.GET.get("na", ""))
    record_read(CERTIFICATE_READ, actor=request.actor, now=request.now, municipality=municipality_id)
    following = Link("Ouder", f"?na={page.after}") if page.after else None
    context = {
        "nav": looks.NAV,
        "rows": [
            (
                Link(_name(each), f"/bewaren/vernietigd/{each.id}/"),
                looks.unit_word(each.unit),
                moment(each.destroyed_at, request.now),
            )
            for each in page.rows
        ],
        "paging": Paging(f"{len(page.rows)} regels op deze pagina", None, following) if following else None,
    }
    return render(request, "bewaren/vernietigd.html", context)


def _name(content: CertificateContent) -> str:
    return looks.name_of(UnitKind(content.unit), content.unit_id, content.code)


@require_safe
@signed_in
def one_certificate(request: DoorRequest, certificate_id: UUID) -> HttpResponse:
    """Show a certificate: what, when, which grounds, by which functions. It names nobody."""
    municipality_id = looks.municipality_of(request)
    found = certificate(municipality_id, certificate_id)
    if found is None:
        raise NotVisible
    record_read(
        CERTIFICATE_READ,
        actor=request.actor,
        now=request.now,
        municipality=municipality_id,
        subject="certificate",
        subject_id=certificate_id,
    )
    posts = posts_of([each for each in (found.proposed_by_id, found.approved_by_id) if each])
    organisations = organisations_of({UUID(str(each["organisation"])) for each in found.clocks})
    names = {str(pk): each.name for pk, each in organisations.items()}
    context = {
        "nav": looks.NAV,
        "name": _name(found),
        "facts": (
            ("Wat", looks.unit_word(found.unit)),
            ("Kenmerk", str(found.unit_id)),
            ("Vernietigd op", exact(in_amsterdam(found.destroyed_at).date())),
            ("Ook vernietigd", _also(found)),
            ("Voorgesteld door", _post(found.proposed_by_id, posts)),
            ("Goedgekeurd door", _post(found.approved_by_id, posts)),
            ("Nummer van deze verklaring", str(found.id)),
        ),
        "clocks": [_clock(each, names) for each in found.clocks],
        "municipality": request.viewer.municipality_name,
    }
    return render(request, "bewaren/verklaring.html", context)


def _also(found: CertificateContent) -> str:
    residents, concerns = (len(found.also.get(kind, [])) for kind in ("residents", "concerns"))
    said = [f"{residents} inwoner{'s' if residents > 1 else ''}"] if residents else []
    said += [f"{concerns} signa{'len' if concerns > 1 else 'al'}"] if concerns else []
    return f"gegevens van {' en '.join(said)}" if said else "niets"


def _post(member_id: UUID | None, posts: Mapping[UUID, list[Post]]) -> str:
    if member_id is None:
        return "niemand: het ging vanzelf, na zijn laatste dag"
    of = posts.get(member_id)
    return f"{of[0].title}, {of[0].organisation}" if of else "iemand die hier niet meer staat"


def _clock(line: Mapping[str, object], names: Mapping[str, str]) -> CertifiedClock:
    whose = names.get(str(line["organisation"]), "onbekend")
    until = exact(date.fromisoformat(str(line["until"]))) if line["until"] else "geen einde"
    return CertifiedClock(
        what=looks.kind_word(str(line["kind"])),
        whose=f"{looks.ground_word(str(line['ground']))}; {whose}",
        since=exact(date.fromisoformat(str(line["from"]))),
        period=f"{line['years']} jaar. {line['source']}" if line["years"] else str(line["source"]),
        until=until,
    )
