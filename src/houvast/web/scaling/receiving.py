"""Overnemen: name who takes a case over, and say that one does; and record what was said outside Houvast."""

from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from houvast.cases import policy
from houvast.cases.rules.receiving import NewAnswer
from houvast.cases.selectors import aftercare
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.receiving import AftercareLine, AskedReceiver, ReceiverLine, asked_receiver, receiving
from houvast.cases.services.answer_receiver import answer_receiver
from houvast.cases.services.name_receiver import name_receiver
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.receiving_fields import chosen_receiver, offered
from houvast.web.scaling import page, wording
from houvast.web.scaling.receiving_forms import YES, AnswerForm, NameForm, RecordedAnswerForm


def looks_after(request: DoorRequest, found: FoundCase) -> bool:
    """Say whether the viewer led this case and still looks after it: it is closed, or nobody leads it now."""
    return aftercare.looks_after(request.viewer, found.band.case_id, now=request.now)


@signed_in
def name(request: DoorRequest, code: str) -> HttpResponse:
    """Ask somebody else to take over."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    verdict = policy.may_name_receiver(request.viewer, found.facts, looks_after=looks_after(request, found))
    offer = offered(request.viewer, found, found.band.phase.number, now=request.now) if verdict.allowed else {}
    form = NameForm(request.POST, offer, found.band.period_id)
    former = receiving(request.viewer, found.band.case_id, now=request.now).receiver(found.band.period_id)
    back = page.back(found)
    days = wording.working_days(found.model.hand_over.accept_within_working_days)
    what = ActPage(
        title="Wie neemt het over?",
        button="Vragen om over te nemen",
        done="De vraag is gesteld.",
        not_done="Nog niet gevraagd.",
        back=back.url,
        back_text=back.text,
        facts=() if former is None else (("Eerder gevraagd", said_of(former)),),
        consequences=(
            f"Wie u vraagt, zegt binnen {days} ja of nee. Die persoon ziet wie leidt, en de nazorg.",
            "Wie eerder is gevraagd, ziet de casus niet meer vanuit die vraag.",
            "Tot het ja is, staat bij de regisseurs dat niemand het overnam.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        name_receiver(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            receiver=chosen_receiver(offer, data),
            seen_period=UUID(str(data["seen"])),
            request_id=UUID(str(data["once"])),
        )
        return back.url

    return act_page(request, what, form, do, verdict=verdict, about=found)


def said_of(asked: ReceiverLine) -> str:
    """Say who was asked, and what they said."""
    who = f"{asked.name}, {asked.organisation}"
    if asked.outcome is None:
        return f"{who}: nog geen antwoord"
    said = {"accepted": "neemt het over", "refused": "neemt het niet over", "withdrawn": "ingetrokken"}[asked.outcome]
    return f"{who}: {said}. {asked.reason}" if asked.reason else f"{who}: {said}"


@signed_in
def answer(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Say whether one takes a case over, or record that somebody outside Houvast does."""
    asked = asked_receiver(request.viewer, request_id, now=request.now)
    verdict = policy.may_answer_receiver(
        request.viewer,
        asked.found.facts,
        asked_member=asked.line.member_id,
        looks_after=looks_after(request, asked.found),
    )
    form = (AnswerForm if asked.line.member_id else RecordedAnswerForm)(request.POST or None)

    def do(data: dict[str, object]) -> str:
        given_on, accepts = data.get("given_on"), data["answer"] == YES
        answer_receiver(
            actor=request.actor,
            now=request.now,
            request_id=request_id,
            new=NewAnswer(
                accepts=accepts,
                reason=str(data["reason"]),
                channel=str(data.get("channel", "")),
                given_on=given_on if isinstance(given_on, date) else None,
            ),
        )
        sees = accepts or asked.line.member_id is None
        return addresses.case(asked.found.band.code) if sees else "/"

    return act_page(request, _page(request, asked), form, do, verdict=verdict, about=asked.found)


def _page(request: DoorRequest, asked: AskedReceiver) -> ActPage:
    line, back = asked.line, page.back(asked.found)
    member = line.member_id is not None
    term = wording.term(line.accept_before, request.now)
    intro = f"{line.asked_by} vraagt dit, {term}." if line.outcome is None else f"Al beantwoord. {said_of(line)}"
    phase = asked.found.band.phase
    facts = [("Casus", f"{asked.found.band.name}, {asked.found.band.code}")]
    facts.append(("Fase", "gesloten" if asked.found.band.is_closed else f"AVE {phase.number}, {phase.name}"))
    if not member:
        facts.append(("Gevraagd aan", f"{line.name}, {line.organisation}"))
    return ActPage(
        title="Neemt u deze casus over?" if member else f"Antwoord van {line.organisation} vastleggen",
        button="Antwoord geven" if member else "Antwoord vastleggen",
        done="Het antwoord staat vast.",
        not_done="Nog geen antwoord vastgelegd.",
        back=back.url,
        back_text=back.text,
        intro=intro,
        facts=(*facts, *plan_facts(asked.plan, request.now)),
        consequences=(
            "Bij ja staat de naam bij de casus, met de nazorg. Wie de casusregie heeft, verandert daarmee niet.",
            "Bij nee lezen de regisseurs waarom, en vragen zij een ander.",
            "Een antwoord verandert niet meer.",
        ),
    )


def plan_facts(plan: AftercareLine | None, now: datetime) -> tuple[tuple[str, str], ...]:
    """Give the aftercare as facts to read."""
    if plan is None:
        return ()
    facts = (
        ("Nazorg", plan.what),
        ("Het gaat weer mis als", plan.signs),
        ("Vinger aan de pols", wording.day(plan.check_on, now)),
    )
    return tuple((term, text) for term, text in facts if text)
