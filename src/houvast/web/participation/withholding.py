"""What an own page does not show for a time: leaving a part out, and showing it again."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.participation import policy
from houvast.participation.rules.parts import OwnPart
from houvast.participation.rules.withholding import LONGEST_REASON, MAY_BE_WITHHELD, MOST_DAYS
from houvast.participation.selectors.of_case import participants_of
from houvast.participation.selectors.withholding import WithheldLine, withheld_in
from houvast.participation.services.withhold_part import NewWithheld, show_part_again, withhold_part
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer

_USUAL_DAYS = 30
_EVERYBODY = "Iedereen die een eigen pagina heeft"


class WithholdForm(forms.Form):
    """Which part, from whom, why, and when somebody looks again."""

    part = forms.ChoiceField(
        label="Welk deel ziet iemand nu niet?",
        choices=[(part.value, word_for(part)) for part in MAY_BE_WITHHELD],
        widget=forms.RadioSelect(),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies een deel van de pagina."),
    )
    participant = forms.ChoiceField(
        label="Wie ziet dit deel nu niet?",
        required=False,
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
    )
    reason = forms.CharField(
        label="Waarom?",
        max_length=LONGEST_REASON,
        help_text="De inwoner leest dit niet. De procesregisseur wel.",
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        error_messages={"required": "Schrijf op waarom de inwoner dit nu niet hoort."},
    )
    days = forms.IntegerField(
        label="Over hoeveel dagen kijkt u of dit nog nodig is?",
        initial=_USUAL_DAYS,
        min_value=1,
        max_value=MOST_DAYS,
        help_text=f"Hoogstens {MOST_DAYS} dagen (verzonnen).",
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Kies een aantal dagen van 1 tot en met {MOST_DAYS}."
        ),
    )


@dataclass(frozen=True, slots=True)
class WithheldMark:
    """A part that is not shown, ready to print. The address is "" for who may not show it again."""

    title: str
    note: str
    reason: str
    url: str


def marks(found: FoundCase, request: DoorRequest) -> list[WithheldMark]:
    """Give what own pages of a case do not show now."""
    may = policy.may_withhold(request.viewer, found.facts).allowed
    lines = withheld_in(request.viewer, found.band.case_id, now=request.now)
    return [_mark(each, found.band.code, request, may=may) for each in lines]


def _mark(line: WithheldLine, code: str, request: DoorRequest, *, may: bool) -> WithheldMark:
    note = f"sinds {moment(line.since, request.now)}, door {line.by}, opnieuw bekijken op {exact(line.review_on)}"
    title = f"{line.who or _EVERYBODY} ziet niet: {word_for(line.part)}"
    return WithheldMark(title, note, line.reason, addresses.own_pages(code, f"weggelaten/{line.id}/") if may else "")


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def withhold(request: DoorRequest, code: str) -> HttpResponse:
    """Leave a part out."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_withhold(request.viewer, found.facts)
    form = WithholdForm(request.POST or None)
    known = participants_of(request.viewer, found.band.case_id, now=request.now)
    people = [(str(each.id), f"{each.name}, over {each.about}") for each in known if not each.has_ended]
    offer(form, "participant", people, nothing=_EVERYBODY)

    def do(data: dict[str, object]) -> str:
        days, who = data["days"], str(data["participant"])
        new = NewWithheld(
            part=OwnPart(str(data["part"])),
            reason=str(data["reason"]),
            days=days if isinstance(days, int) else 0,
            participant_id=UUID(who) if who else None,
        )
        withhold_part(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.own_pages(found.band.code)

    page = ActPage(
        title="Een deel van een eigen pagina weglaten",
        button="Deel weglaten",
        done="Dit deel staat nu niet op de eigen pagina.",
        not_done="Het deel staat nog op de eigen pagina.",
        back=addresses.own_pages(found.band.code),
        back_text="Eigen pagina’s",
        consequences=(
            "De pagina zegt niet dat er iets is weggelaten, en niet waarom. Ook op papier staat het er niet.",
            "Vraagt de inwoner om inzage, dan geeft u gewoon antwoord. Dit is daarvoor geen reden.",
            "Op de dag die u kiest, staat het op Mijn werk. Tot u het weer laat zien, blijft het weg.",
            "De procesregisseur ziet wat u weglaat en waarom.",
        ),
    )
    return act_page(request, page, form, do, verdict=verdict, about=found)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def show_again(request: DoorRequest, code: str, withheld_id: UUID) -> HttpResponse:
    """Show a part again."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    lines = withheld_in(request.viewer, found.band.case_id, now=request.now)
    line = next((each for each in lines if each.id == withheld_id), None)
    if line is None:
        raise NotVisible
    mark = _mark(line, code, request, may=False)

    def do(_data: dict[str, object]) -> str:
        show_part_again(actor=request.actor, now=request.now, withheld_id=withheld_id)
        return addresses.own_pages(found.band.code)

    page = ActPage(
        title="Een deel van een eigen pagina weer laten zien",
        button="Weer laten zien",
        done="Dit deel staat weer op de eigen pagina.",
        not_done="Het deel is nog weggelaten.",
        back=addresses.own_pages(found.band.code),
        back_text="Eigen pagina’s",
        facts=((mark.title, mark.note), ("Waarom", line.reason)),
        consequences=("Het deel staat meteen weer op de pagina.", "Dat het weg was, en waarom, blijft bewaard."),
    )
    form = forms.Form(request.POST) if request.method == "POST" else forms.Form()
    verdict = policy.may_withhold(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)
