"""The people and organisations around a case: who is there, and who can leave."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from houvast.audit.services.act import record_read
from houvast.cases import policy
from houvast.cases.events import CASE_READ
from houvast.cases.selectors.bands import case_by_code
from houvast.cases.selectors.bystanders import bystanders_of
from houvast.cases.selectors.glass import of_case
from houvast.cases.selectors.shielding import locked_out, withheld
from houvast.cases.selectors.shields import reasons_of_shields
from houvast.cases.services.add_organisation import NewCaseOrganisation, add_organisation
from houvast.cases.services.hide_resident_address import hide_resident_address
from houvast.cases.services.release_organisation import release_organisation
from houvast.desk.selectors.case_page import case_page
from houvast.directory.selectors import partner_organisations
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.cases import bystanders, pages, shielding, shields, withholding
from houvast.web.cases.forms import OrganisationForm
from houvast.web.cases.glass import mark
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer


@require_safe
@signed_in
def people(request: DoorRequest, code: str) -> HttpResponse:
    """Show everybody around a case, with the question who can leave."""
    page = case_page(request.viewer, code.upper(), now=request.now)
    record_read(
        CASE_READ,
        actor=request.actor,
        now=request.now,
        municipality=page.found.band.municipality_id,
        case=page.found.band.case_id,
        details={"page": "people"},
    )
    shut = locked_out(request.viewer, page.found.band.case_id, now=request.now)
    no_hit = withheld(request.viewer, page.found.band.case_id, now=request.now)
    broken = of_case(request.viewer, page.found.band.case_id, now=request.now)
    shielded = page.shields if page.acts.work_in else ()
    why = reasons_of_shields(shielded, now=request.now)
    near = bystanders_of(request.viewer, page.found.band.case_id, now=request.now)
    context = {
        "nav": "casussen",
        "bystanders": bystanders.bystander_marks(page.found, near, request.now),
        "casus": pages.look(page, now=request.now),
        "shields": shields.shield_marks(page, why, request) if shielded else (),
        "glass": [mark(each, request.now) for each in broken],
        "locked_out": shielding.marks(page.found, shut, request),
        "withheld": withholding.mark(page.found, no_hit, request),
    }
    return render(request, "casussen/mensen.html", context)


@signed_in
def new_organisation(request: DoorRequest, code: str) -> HttpResponse:
    """Add an organisation with its contact."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    form = OrganisationForm(request.POST or None)
    offer(
        form,
        "organisation",
        [(str(each.id), each.name) for each in partner_organisations()],
        nothing="Kies een organisatie",
    )
    page = ActPage(
        title="Organisatie toevoegen",
        button="Organisatie toevoegen",
        done="De organisatie staat bij deze casus.",
        not_done="Nog niet toegevoegd.",
        back=addresses.case_act(found.band.code, "mensen"),
        back_text=f"Mensen rond {found.band.name}",
        consequences=(
            "De organisatie staat bij deze casus, met wie u belt.",
            "De organisatie ziet de casus hierdoor niet. Daarvoor is een verantwoordelijkheid nodig.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        new = NewCaseOrganisation(
            organisation_id=UUID(str(data["organisation"])),
            contact_name=str(data["contact_name"]),
            contact_role=str(data["contact_role"]),
            phone=str(data["phone"]),
            directs_treatment=bool(data["directs_treatment"]),
            people=int(str(data["people"])),
        )
        add_organisation(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.case_act(found.band.code, "mensen")

    verdict = policy.may_work_in(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


@require_POST
@signed_in
def release(request: DoorRequest, code: str, row_id: UUID) -> HttpResponse:
    """Let an organisation leave."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    release_organisation(actor=request.actor, now=request.now, case_id=found.band.case_id, row_id=row_id)
    return HttpResponseRedirect(addresses.case_act(found.band.code, "mensen"))


@require_POST
@signed_in
def hide(request: DoorRequest, code: str, resident_id: UUID) -> HttpResponse:
    """Hide where a resident lives and how they are reached, or show it again."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    hide_resident_address(
        actor=request.actor,
        now=request.now,
        case_id=found.band.case_id,
        resident_id=resident_id,
        hidden=request.POST.get("hidden") != "nee",
    )
    return HttpResponseRedirect(addresses.case_act(found.band.code, "mensen"))
