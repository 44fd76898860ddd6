"""Planning a crucial moment, moving it, cancelling it, and recording that it happened."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.models import CrucialMoment, MomentContact
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.moments import MomentPage
from houvast.cases.services.cancel_moment import cancel_moment
from houvast.cases.services.move_moment import move_moment
from houvast.cases.services.name_moment_contact import NewContact
from houvast.cases.services.plan_moment import NewMoment, plan_moment
from houvast.cases.services.record_moment_happened import record_moment_happened
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.moment_look import mark
from houvast.web.moments.forms import CancelForm, HappenedForm, MoveForm, PlanForm
from houvast.web.moments.reading import find

Fields = dict[str, object]


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


@signed_in
def plan(request: DoorRequest, code: str) -> HttpResponse:
    """Plan a moment, or record one that has happened."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    form = PlanForm(request.POST or None, initial={"once": new_id()})
    page = ActPage(
        title="Cruciaal moment klaarzetten",
        button="Moment klaarzetten",
        done="Het moment staat klaar, met de lijst van uw gemeente.",
        not_done="Nog niet klaargezet.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        intro="De kliniek in of uit, de gevangenis uit, verhuizen: hier gaat het vaak mis.",
        consequences=(
            "Houvast zet de lijst van uw gemeente klaar: wat vooraf moet en wat achteraf moet.",
            "Is er nog iets open? Dan staat het vanaf 14 dagen ervoor op Mijn werk van de regisseurs.",
            "Alleen de regisseurs zien het moment. Rond een kliniek of de CBL vraagt dat een grond voor zorg.",
        ),
    )

    def do(data: Fields) -> str:
        new = NewMoment(
            kind=CrucialMoment.Kind(str(data["kind"])),
            on_date=_day(data["on_date"]),
            until=_day(data["until"]),
            happened=bool(data["happened"]),
            about=str(data["about"]),
            contacts=_contacts(data),
            id=UUID(str(data["once"])),
        )
        made = plan_moment(actor=request.actor, now=request.now, case_id=found.band.case_id, new=new)
        return addresses.moment(made)

    return act_page(request, page, form, do, verdict=policy.may_work_in(request.viewer, found.facts), about=found)


def _contacts(data: Fields) -> list[NewContact]:
    made = []
    for side in MomentContact.Side:
        name, organisation, phone = (str(data[f"{side}_{field}"]) for field in ("name", "organisation", "phone"))
        if name or organisation or phone:
            made.append(NewContact(side, name, organisation, phone))
    return made


@signed_in
def move(request: DoorRequest, moment_id: UUID) -> HttpResponse:
    """Move a moment to another day."""
    found, moment = find(request, moment_id)
    days = moment.moment.days
    until = days.last if days.last != days.first else None
    form = MoveForm(request.POST or None, initial={"on_date": days.first, "until": until})
    consequences = (
        "De dagen waarop punten klaar moeten zijn, schuiven mee.",
        "Wat al gedaan is, blijft gedaan.",
        "De oude dag blijft in het verloop staan, met uw reden.",
    )
    page = _page(
        request, found, moment, ("Moment verzetten", "Moment verzetten", "Het moment is verzet."), consequences
    )

    def do(data: Fields) -> None:
        move_moment(
            actor=request.actor,
            now=request.now,
            moment_id=moment_id,
            on_date=_day(data["on_date"]),
            until=_day(data["until"]),
            reason=str(data["reason"]),
        )

    return _act(request, found, moment, page, form, do)


@signed_in
def happened(request: DoorRequest, moment_id: UUID) -> HttpResponse:
    """Record that a moment has happened."""
    found, moment = find(request, moment_id)
    form = HappenedForm(request.POST or None, initial={"on_date": in_amsterdam(request.now).date()})
    consequences = (
        "Wat achteraf moet, staat vanaf nu op Mijn werk van de regisseurs.",
        "Wat vooraf nog open stond, blijft staan zoals het is.",
        "Dit verandert niet meer.",
    )
    words = ("Het moment ging door", "Vastleggen dat het doorging", "Het staat vast dat het moment doorging.")
    page = _page(request, found, moment, words, consequences)

    def do(data: Fields) -> None:
        record_moment_happened(
            actor=request.actor,
            now=request.now,
            moment_id=moment_id,
            on_date=_day(data["on_date"]),
            text=str(data["text"]),
        )

    return _act(request, found, moment, page, form, do)


@signed_in
def cancel(request: DoorRequest, moment_id: UUID) -> HttpResponse:
    """Cancel a moment."""
    found, moment = find(request, moment_id)
    form = CancelForm(request.POST or None)
    consequences = (
        "Het moment verdwijnt van Mijn werk, bij iedereen.",
        "Wie een punt had en geen andere rol, ziet de casus daarna niet meer.",
        "Het blijft in het verloop staan, met uw reden. Dit verandert niet meer.",
    )
    page = _page(
        request, found, moment, ("Moment afzeggen", "Moment afzeggen", "Het moment is afgezegd."), consequences
    )

    def do(data: Fields) -> None:
        cancel_moment(actor=request.actor, now=request.now, moment_id=moment_id, reason=str(data["reason"]))

    return _act(request, found, moment, page, form, do)


def _page(
    request: DoorRequest,
    found: FoundCase,
    moment: MomentPage,
    words: tuple[str, str, str],
    consequences: tuple[str, ...],
) -> ActPage:
    title, button, done = words
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Nog niets veranderd.",
        back=addresses.moment(moment.moment.id),
        back_text="Het moment",
        facts=(
            ("Casus", f"{found.band.name}, {found.band.code}"),
            ("Moment", mark(moment.moment, now=request.now).title),
        ),
        consequences=consequences,
    )


def _act(
    request: DoorRequest,
    found: FoundCase,
    moment: MomentPage,
    page: ActPage,
    form: forms.Form,
    do: Callable[[Fields], None],
) -> HttpResponse:
    def and_back(data: Fields) -> str:
        do(data)
        return addresses.moment(moment.moment.id)

    return act_page(request, page, form, and_back, verdict=policy.may_work_in(request.viewer, found.facts), about=found)
