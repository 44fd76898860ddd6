"""Giving an own page, a new code, and ending it."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.kernel.errors import NotVisible
from houvast.participation import policy
from houvast.participation.rules.personal_codes import DAYS_UNUSED
from houvast.participation.selectors.of_case import ParticipantLine, candidates, participants_of
from houvast.participation.services.end_own_page import end_own_page
from houvast.participation.services.give_own_page import GivenCode, give_own_page
from houvast.participation.services.make_personal_code import make_personal_code
from houvast.web import addresses
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.look import Link
from houvast.web.participation.forms import GiveForm, choices_of

_WITHOUT_NUMBER = (
    "Heeft iemand geen mobiel nummer? Dan kan die niet inloggen, want de tweede code gaat per sms. U geeft de pagina "
    "dan op papier. Is er wel een nummer? Vul het eerst in bij de mensen van de casus."
)
_CODE_SHOWN = "U ziet de code één keer, op de volgende pagina. Druk het strookje af en geef het zelf."
_UNUSED = f"Wordt de code niet gebruikt, dan werkt hij na {DAYS_UNUSED} dagen niet meer (verzonnen)."


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def give(request: DoorRequest, code: str) -> HttpResponse:
    """Give somebody an own page, and show the code once: in this answer and nowhere else."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_let_take_part(request.viewer, found.facts)
    form = GiveForm(request.POST or None)
    known = candidates(request.viewer, found.band.case_id, now=request.now) if verdict.allowed else ()
    offer(form, "who", [choice for each in known for choice in choices_of(each)])
    people = Link("Mensen van de casus", addresses.case_act(found.band.code, "mensen"))
    page = _page(
        found,
        "Eigen pagina geven",
        "Eigen pagina geven",
        (
            "Deze persoon leest op een eigen pagina wie helpt, wat is afgesproken en in welke stap de casus is.",
            "Gaat het plan over een ander? Dan ziet deze persoon alleen wie leidt, de stap en de eigen taken.",
            _CODE_SHOWN,
            "Bij elke keer inloggen gaat een tweede code naar het mobiele nummer dat van deze persoon bekend is.",
            _UNUSED,
        ),
        elsewhere=Elsewhere(_WITHOUT_NUMBER, (people,)),
    )
    given: list[GivenCode] = []

    def do(_data: dict[str, object]) -> str:
        case_id = found.band.case_id
        given.append(give_own_page(actor=request.actor, now=request.now, case_id=case_id, new=form.new()))
        return page.back

    answer = act_page(request, page, form, do, verdict=verdict, about=found)
    return _show(request, found, given[0]) if given and given[0].code else answer


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new_code(request: DoorRequest, code: str, participant_id: UUID) -> HttpResponse:
    """Make a new code, and show it once."""
    found, line = _line(request, code, participant_id)
    page = _page(
        found,
        f"Nieuwe code voor {line.name}",
        "Nieuwe code maken",
        ("De oude code werkt meteen niet meer. Wie daarmee is ingelogd, is uitgelogd.", _CODE_SHOWN, _UNUSED),
    )
    given: list[GivenCode] = []

    def do(_data: dict[str, object]) -> str:
        given.append(make_personal_code(actor=request.actor, now=request.now, participant_id=participant_id))
        return page.back

    verdict = policy.may_let_take_part(request.viewer, found.facts)
    answer = act_page(request, page, _confirm(request), do, verdict=verdict, about=found)
    return _show(request, found, given[0]) if given else answer


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def end(request: DoorRequest, code: str, participant_id: UUID) -> HttpResponse:
    """End an own page."""
    found, line = _line(request, code, participant_id)
    page = _page(
        found,
        f"Eigen pagina van {line.name} beëindigen",
        "Eigen pagina beëindigen",
        (
            f"{line.name} ziet meteen niets meer, ook niet als de pagina nog open staat.",
            "Dat deze persoon een eigen pagina had, blijft bewaard. U kunt later opnieuw een pagina geven.",
        ),
    )

    def do(_data: dict[str, object]) -> str:
        end_own_page(actor=request.actor, now=request.now, participant_id=participant_id)
        return page.back

    verdict = policy.may_let_take_part(request.viewer, found.facts)
    return act_page(request, page, _confirm(request), do, verdict=verdict, about=found)


def _confirm(request: DoorRequest) -> forms.Form:
    return forms.Form(request.POST) if request.method == "POST" else forms.Form()


def _line(request: DoorRequest, code: str, participant_id: UUID) -> tuple[FoundCase, ParticipantLine]:
    """Give a case and somebody with an own page in it that has not ended. Raises `NotVisible`."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    known = participants_of(request.viewer, found.band.case_id, now=request.now)
    line = next((each for each in known if each.id == participant_id and not each.has_ended), None)
    if line is None:
        raise NotVisible
    return found, line


def _page(
    found: FoundCase, title: str, button: str, consequences: tuple[str, ...], *, elsewhere: Elsewhere | None = None
) -> ActPage:
    return ActPage(
        title=title,
        button=button,
        done="Gedaan. Hieronder staat wie een eigen pagina heeft.",
        not_done="Nog niet gedaan.",
        back=addresses.own_pages(found.band.code),
        back_text="Eigen pagina’s",
        consequences=consequences,
        elsewhere=elsewhere,
    )


def _show(request: DoorRequest, found: FoundCase, given: GivenCode) -> HttpResponse:
    context = {
        "nav": "casussen",
        "back": addresses.own_pages(found.band.code),
        "name": given.name,
        "code": given.code,
        "municipality": f"gemeente {found.band.municipality}",
        "address": request.build_absolute_uri("/mijn/"),
        "days": DAYS_UNUSED,
    }
    return render(request, "deelname/code.html", context)
