"""Open a case from a concern: the person, the case and the concern come together at once."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.ave.model import Model
from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy
from houvast.cases.models import Case
from houvast.desk.services.open_case_from_concern import NewCaseFromConcern, open_case_from_concern
from houvast.directory.selectors import adopted_model, parsed_model
from houvast.intake.rules.triage import Outcome
from houvast.intake.selectors.settings import theme_names
from houvast.web import addresses, choosing_holder
from houvast.web.act_page import Done, act_page
from houvast.web.after_opening import after_opening
from houvast.web.choosing_themes import offer_themes
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.intake.decided import forget_decided
from houvast.web.intake.decisions import Words, asked, filled, page_of, with_reasons
from houvast.web.intake.forms import CaseForm
from houvast.web.intake.opened import Opened, open_concern

WORDS = Words(
    "Nieuwe casus uit dit signaal",
    "Casus openen",
    "De casus is open.",
    (
        "De casus krijgt een nummer, een fase en vier verantwoordelijkheden. Het signaal hoort er vanaf nu bij.",
        "Operationeel en bestuurlijk volgen uit het AVE-model van uw gemeente.",
        "Kiest u niemand voor de casusregie, dan staat dat groot op Mijn werk van de procesregisseurs.",
        "Kiest u een collega of partner, dan ziet die de casus vanaf nu. U ziet haar zelf alleen met een rol erin.",
    ),
)
_RENAME = {Responsibility.CASE_DIRECTION.value: "holder", "residents": "surname"}


@signed_in
def new_case(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Ask for phase, name and case director, and open the case."""
    opened = open_concern(request, concern_id)
    model = parsed_model(adopted_model(opened.municipality_id))

    def make(*args: object, **kwargs: object) -> forms.Form:
        return _form(request, opened, model, *args, **kwargs)

    form = asked(request, filled(request, make, opened), make, opened)

    def do(data: dict[str, object]) -> Done:
        version = int(str(data["version"]))
        new = open_case_from_concern(
            actor=request.actor, now=request.now, concern_id=opened.id, version=version, new=_new(data)
        )
        forget_decided(request)
        following = data["following"]
        director = choosing_holder.choice(data["holder"]) if data["holder"] else None
        board = addresses.concern(following if isinstance(following, UUID) else None)
        return after_opening(request, new, elsewhere=board, director=director)

    verdict = opened.verdict
    if verdict.allowed:  # the case gets the ground of the concern: a duo shares the triage, not the ground
        verdict = policy.may_open(request.viewer, opened.municipality_id, opened.step)
    return act_page(request, page_of(WORDS, opened), form, do, verdict=verdict, rename=_RENAME)


def _form(request: DoorRequest, opened: Opened, model: Model, *args: object, **kwargs: object) -> forms.Form:
    form = with_reasons(CaseForm, Outcome.NEW_CASE, opened)(*args, **kwargs)
    phases = [(str(number), f"AVE {number}, {model.phase(number).name}") for number in model.opening_phases]
    offer(form, "phase", phases)
    if opened.surname:
        form.fields["name"].initial = f"Huishouden {opened.surname[:1].upper()}{opened.surname[1:]}"
    directors = choosing_holder.directors(opened.municipality_id, model, model.opening_phases, now=request.now)
    offer(form, "holder", [("", "Nog niemand"), *directors])
    names = theme_names(opened.municipality_id, retired=False)
    offer_themes(form, names)
    if names:
        form.fields["themes"].initial = [code for code in opened.themes if code in names]
    if opened.has_surname:
        del form.fields["surname"]
    return form


def _new(data: Mapping[str, object]) -> NewCaseFromConcern:
    themes = data.get("themes")
    new = NewCaseFromConcern(
        reason=str(data["reason"]),
        text=str(data["text"]),
        kind=Case.Kind(str(data["kind"])),
        name=str(data["name"]),
        phase=int(str(data["phase"])),
        surname=str(data.get("surname", "")),
        themes=[str(code) for code in themes] if isinstance(themes, list) else None,
    )
    if not data["holder"]:
        return new
    return replace(new, chosen={Responsibility.CASE_DIRECTION: choosing_holder.choice(data["holder"])})
