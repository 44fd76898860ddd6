"""The house's side: answering, writing a note, letting participants in and out, and sending a case back."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django import forms
from django.http import HttpResponse

from houvast.directory.selectors_houses import partner_workers
from houvast.kernel.errors import NotVisible
from houvast.kernel.verdict import Verdict
from houvast.safety_house import policy
from houvast.safety_house.rules.content import LEGAL_GROUND, ReferralOutcome
from houvast.safety_house.selectors.files import FilePage, file_page
from houvast.safety_house.services.add_participant import add_participant
from houvast.safety_house.services.answer_referral import answer_referral
from houvast.safety_house.services.end_participation import end_participation
from houvast.safety_house.services.return_case import return_case
from houvast.safety_house.services.write_file_note import write_file_note
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.safety_house.files import record_file
from houvast.web.safety_house.forms import AccountedReturnForm, AnswerForm, NoteForm, ParticipantForm


@signed_in
def answer(request: DoorRequest, file_id: UUID) -> HttpResponse:
    """Answer a referral."""
    page, form = _find(request, file_id), AnswerForm(request.POST or None)
    shown = _page(
        page,
        ("Antwoord geven", "Antwoord geven", "De gemeente heeft uw antwoord."),
        (
            "De gemeente leest dit woord voor woord. Het verandert niet meer.",
            "Wie antwoord geeft, leidt dit dossier. Uw collega's zien het daarna niet meer, tot u hen toelaat.",
            "De casusregie blijft bij de gemeente.",
        ),
    )

    def do() -> None:
        outcome = ReferralOutcome(form.cleaned_data["outcome"])
        answer_referral(actor=request.actor, now=request.now, file_id=file_id, outcome=outcome, content=form.content())

    return _act(request, file_id, shown, form, do, policy.may_answer(request.viewer, page.facts))


@signed_in
def note(request: DoorRequest, file_id: UUID) -> HttpResponse:
    """Write a note."""
    page, form = _find(request, file_id), NoteForm(request.POST or None)
    shown = _page(
        page,
        ("Notitie schrijven", "Notitie vastleggen", "De notitie staat in het dossier."),
        ("Alleen wie aan dit dossier deelneemt, leest dit. De gemeente niet.", "Een notitie verandert niet meer."),
    )

    def do() -> None:
        write_file_note(actor=request.actor, now=request.now, file_id=file_id, text=form.cleaned_data["text"])

    return _act(request, file_id, shown, form, do, policy.may_write(page.facts))


@signed_in
def let_in(request: DoorRequest, file_id: UUID) -> HttpResponse:
    """Let somebody take part."""
    page, form = _find(request, file_id), ParticipantForm(request.POST or None)
    verdict, here = policy.may_direct(request.viewer, page.facts), {each.member_id for each in page.participants}
    workers = partner_workers(now=request.now) if verdict.allowed else ()
    offer(form, "member", [(str(each.id), each.name) for each in workers if each.id not in here], nothing="Kies wie")
    shown = _page(
        page,
        ("Deelnemer toelaten", "Deelnemer toelaten", "De deelnemer ziet dit dossier nu."),
        (
            "Een deelnemer leest het hele dossier, en schrijft notities.",
            "Dat eindigt als u het beëindigt, of als de casus teruggaat.",
            "Wie bij een gemeente werkt, kan geen deelnemer zijn.",
        ),
    )

    def do() -> None:
        member_id = UUID(form.cleaned_data["member"])
        add_participant(actor=request.actor, now=request.now, file_id=file_id, member_id=member_id)

    return _act(request, file_id, shown, form, do, verdict)


@signed_in
def end(request: DoorRequest, file_id: UUID, access_id: UUID) -> HttpResponse:
    """End that somebody takes part."""
    page = _find(request, file_id)
    name = next((each.name for each in page.participants if each.id == access_id and each.name), None)
    if name is None:
        raise NotVisible
    form = forms.Form(request.POST if request.method == "POST" else None)
    shown = _page(
        page,
        (f"Deelname beëindigen: {name}", "Deelname beëindigen", "De deelname is beëindigd."),
        ("Deze deelnemer ziet het dossier meteen niet meer.", "Wat die schreef, blijft staan."),
    )

    def do() -> None:
        end_participation(actor=request.actor, now=request.now, file_id=file_id, access_id=access_id)

    return _act(request, file_id, shown, form, do, policy.may_direct(request.viewer, page.facts))


@signed_in
def send_back(request: DoorRequest, file_id: UUID) -> HttpResponse:
    """Send a case back."""
    page = _find(request, file_id)
    form = AccountedReturnForm(request.POST or None, initial={"legal_ground": LEGAL_GROUND})
    shown = _page(
        page,
        ("Terug naar de gemeente", "Casus teruggeven", "De casus is terug bij de gemeente."),
        (
            "De gemeente leest dit woord voor woord. Uw notities niet. Meer dan dit gaat niet mee.",
            "Bij de casus staat dat u dit deelde, met de grond en wat de inwoner weet. Hier ook.",
            "Deelnemers zien het dossier meteen niet meer. U leest het nog wel.",
            "In dit dossier wordt niet meer geschreven.",
        ),
    )

    def do() -> None:
        return_case(actor=request.actor, now=request.now, file_id=file_id, content=form.content())

    return _act(request, file_id, shown, form, do, policy.may_direct(request.viewer, page.facts))


def _find(request: DoorRequest, file_id: UUID) -> FilePage:
    return file_page(request.viewer, file_id, now=request.now)


def _page(page: FilePage, words: tuple[str, str, str], consequences: tuple[str, ...]) -> ActPage:
    title, button, done = words
    return ActPage(
        title=title,
        button=button,
        done=done,
        not_done="Er is nog niets vastgelegd.",
        back=addresses.house_file(page.line.id),
        back_text="Het dossier",
        facts=(("Gemeente", page.line.municipality), ("Wat zij verwacht", page.content.expects)),
        consequences=consequences,
        nav="zvh",
    )


def _act(
    request: DoorRequest, file_id: UUID, page: ActPage, form: forms.Form, do: Callable[[], None], verdict: Verdict
) -> HttpResponse:
    """Show or do one act in a file, and go back to it: its page says what the municipality expects, so it is a read."""

    def and_back(data: dict[str, object]) -> str:
        do()
        return page.back

    return act_page(request, page, form, and_back, verdict=verdict, reading=partial(record_file, request, file_id))
