"""Decide about a concern. Each outcome is a page of its own that asks what it needs, and the board sends to it.

What the board sends is often enough; then it is done at once and the next concern opens. Else the page asks the rest,
with everything that was filled in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases.selectors.bands import case_by_code
from houvast.directory.selectors import teams_of
from houvast.intake.rules.short_lists import Entry
from houvast.intake.rules.triage import Outcome, reasons_for
from houvast.intake.services.decide_concern import NewDecision, decide_concern
from houvast.kernel.errors import Invalid, NotVisible
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.intake.choices import working_days
from houvast.web.intake.decided import forget_decided, remember_decided
from houvast.web.intake.forms import JoinForm, PassOnForm, StraightOutForm, TriageForm
from houvast.web.intake.opened import Opened, open_concern

FROM_BOARD = "bord"
TEMPLATE = "signalen/besluit.html"
Read = Callable[[Mapping[str, object]], NewDecision]


@dataclass(frozen=True, slots=True)
class Words:
    """What the page of an outcome says."""

    title: str
    button: str
    done: str
    consequences: tuple[str, ...]


_UNDO = "Ongedaan maken kan 10 minuten."
WORDS = {
    Outcome.JOINED: Words(
        "Signaal bij een casus voegen",
        "Bij casus voegen",
        "Het signaal is bij de casus gevoegd.",
        ("Wie de casus leidt, ziet het signaal vanaf nu bij de casus.", "Het telt als één signaal erbij.", _UNDO),
    ),
    Outcome.PASSED_ON: Words(
        "Signaal doorgeven",
        "Signaal doorgeven",
        "Het signaal is doorgegeven. Zegt het team niet op tijd ja, dan komt het terug.",
        (
            "Iedereen in het team ziet het signaal, met wat de melder vertelde.",
            "Het team zegt binnen {days} ja. Anders staat het signaal weer in de wachtrij.",
            _UNDO + " Dat kan niet meer als het team al antwoordde.",
        ),
    ),
    Outcome.ADVICE: Words(
        "Advies aan de melder",
        "Advies vastleggen",
        "Het advies is vastgelegd.",
        ("De melder krijgt advies. Er komt geen casus en geen dossier.", _UNDO),
    ),
    Outcome.NOTHING: Words(
        "Niets doen met dit signaal",
        "Signaal afsluiten",
        "Het signaal is afgesloten.",
        ("Er gebeurt verder niets met dit signaal. De reden blijft staan.", _UNDO),
    ),
    Outcome.STRAIGHT_OUT: Words(
        "Direct naar een ander",
        "Gegevens wissen en vastleggen",
        "Vastgelegd. Van dit signaal blijft alleen over dat het direct is doorgezet.",
        (
            "Breng het eerst zelf weg: bel 112, de crisisdienst of Veilig Thuis. Houvast doet dat niet voor u.",
            "Daarna wist Houvast wie het was, wat er gemeld is en wat u erbij schreef.",
            "Alleen dat het direct is doorgezet, de datum en waarheen blijven staan.",
            "Dit is niet terug te draaien.",
        ),
    ),
}


def page_of(words: Words, opened: Opened) -> ActPage:
    """Give the page of an outcome for a concern."""
    return ActPage(
        title=words.title,
        button=words.button,
        done=words.done,
        not_done="Nog niet besloten.",
        back=addresses.concern(opened.id),
        back_text=opened.name,
        facts=opened.facts,
        consequences=tuple(line.format(days=working_days(opened.settings)) for line in words.consequences),
        template=TEMPLATE,
        nav="signalen",
    )


def filled(request: DoorRequest, make: Callable[..., forms.Form], opened: Opened) -> forms.Form:
    """Give the form: empty, or as it was sent. What the board sends and is not enough comes back without complaint."""
    start = {"version": opened.version}
    if request.method != "POST":
        return make(initial=start)
    return make(request.POST, initial=start)


def asked(request: DoorRequest, form: forms.Form, make: Callable[..., forms.Form], opened: Opened) -> forms.Form:
    """Give the form to go on with: a form of the board that asks for more is shown with what was filled in."""
    if form.is_bound and FROM_BOARD in request.POST and not form.is_valid():
        start = {"version": opened.version}
        return make(initial={**start, **request.POST.dict()})
    return form


def _decide(
    request: DoorRequest, opened: Opened, outcome: Outcome, make: Callable[..., forms.Form], read: Read
) -> HttpResponse:
    form = asked(request, filled(request, make, opened), make, opened)

    def do(data: dict[str, object]) -> str:
        version = int(str(data["version"]))
        new = replace(read(data), outcome=outcome)
        decide_concern(actor=request.actor, now=request.now, concern_id=opened.id, version=version, new=new)
        if outcome is Outcome.STRAIGHT_OUT:
            forget_decided(request)
        else:
            remember_decided(request, opened.id)
        following = data["following"]
        return addresses.concern(following if isinstance(following, UUID) else None)

    return act_page(request, page_of(WORDS[outcome], opened), form, do, verdict=opened.verdict, rename={"case": "code"})


def with_reasons(make: Callable[..., forms.Form], outcome: Outcome, opened: Opened) -> Callable[..., forms.Form]:
    """Give what makes a form with the reasons of an outcome to choose from."""

    def made(*args: object, **kwargs: object) -> forms.Form:
        form = make(*args, **kwargs)
        reasons = reasons_for(outcome, opened.settings.reasons)
        offer(form, "reason", [(reason.code, reason.text) for reason in reasons])
        return form

    return made


def _plain(data: Mapping[str, object]) -> NewDecision:
    return NewDecision(Outcome.NOTHING, reason=str(data["reason"]), text=str(data["text"]))


@signed_in
def advice(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Give advice to whoever reported it."""
    opened = open_concern(request, concern_id)
    return _decide(request, opened, Outcome.ADVICE, with_reasons(TriageForm, Outcome.ADVICE, opened), _plain)


@signed_in
def nothing(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Do nothing, with a reason."""
    opened = open_concern(request, concern_id)
    return _decide(request, opened, Outcome.NOTHING, with_reasons(TriageForm, Outcome.NOTHING, opened), _plain)


@signed_in
def straight_out(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Put on record that a concern was taken straight to 112 or another service; nothing else remains."""

    def read(data: Mapping[str, object]) -> NewDecision:
        return NewDecision(Outcome.STRAIGHT_OUT, receiver=str(data["receiver"]))

    opened = open_concern(request, concern_id)

    blank: Callable[..., forms.Form] = StraightOutForm

    def make(*args: object, **kwargs: object) -> forms.Form:
        form = blank(*args, **kwargs)
        offer(form, "receiver", [(each.code, _who_answers(each)) for each in opened.settings.receivers])
        return form

    return _decide(request, opened, Outcome.STRAIGHT_OUT, make, read)


def _who_answers(receiver: Entry) -> str:
    """Give a receiver with who answers there and the number to call."""
    who = ", ".join(part for part in (receiver.contact, receiver.phone) if part)
    return f"{receiver.name} ({who})" if who else receiver.name


@signed_in
def pass_on(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Pass a concern on to a team, which says yes or it comes back."""
    opened = open_concern(request, concern_id)
    teams = teams_of(opened.municipality_id)

    def make(*args: object, **kwargs: object) -> forms.Form:
        form = with_reasons(PassOnForm, Outcome.PASSED_ON, opened)(*args, **kwargs)
        offer(form, "team", [("", "Kies een team"), *((str(team.id), team.name) for team in teams)])
        return form

    def read(data: Mapping[str, object]) -> NewDecision:
        return replace(_plain(data), to_team=UUID(str(data["team"])))

    return _decide(request, opened, Outcome.PASSED_ON, make, read)


@signed_in
def join(request: DoorRequest, concern_id: UUID) -> HttpResponse:
    """Join a concern to a case that was found, or to one by its number."""
    opened = open_concern(request, concern_id)

    def make(*args: object, **kwargs: object) -> forms.Form:
        form = with_reasons(JoinForm, Outcome.JOINED, opened)(*args, **kwargs)
        offer(form, "case", [(str(case_id), text) for case_id, text in opened.cases])
        if not opened.cases:
            del form.fields["case"]
        return form

    def read(data: Mapping[str, object]) -> NewDecision:
        return replace(_plain(data), case_id=_case(request, data))

    return _decide(request, opened, Outcome.JOINED, make, read)


def _case(request: DoorRequest, data: Mapping[str, object]) -> UUID:
    """Give the case that was chosen; a number counts before a dot. Raises `Invalid` when they may not see it."""
    code = str(data["code"]).strip().upper()
    if not code:
        return UUID(str(data["case"]))
    try:
        return case_by_code(request.viewer, code, now=request.now).band.case_id
    except NotVisible as unseen:
        raise Invalid({"code": "Deze casus bestaat niet, of u mag haar niet zien."}) from unseen
