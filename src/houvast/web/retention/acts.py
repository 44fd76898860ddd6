"""Proposing, answering, holding and letting go."""

from datetime import date
from functools import partial
from uuid import UUID

from django.http import HttpResponse

from houvast.accountability import policy
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.selectors.standing import facts, hold_of, holds_on, proposal
from houvast.accountability.selectors.units import Unit, unit
from houvast.accountability.services.answer_proposal import answer_proposal
from houvast.accountability.services.end_hold import end_hold
from houvast.accountability.services.place_hold import place_hold
from houvast.accountability.services.propose_destruction import propose_destruction
from houvast.kernel.dutch_dates import exact, moment
from houvast.kernel.errors import NotVisible
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.retention import looks
from houvast.web.retention.forms import AnswerForm, HoldForm, ProposalForm


def _find(request: DoorRequest, slug: str, unit_id: UUID) -> Unit:
    found = unit(looks.municipality_of(request), looks.kind_of(slug), unit_id)
    if found is None:
        raise NotVisible
    return found


def _facts(found: Unit) -> tuple[tuple[str, str], ...]:
    due = found.due_on
    return (
        ("Wat", looks.name_of(found.kind, found.id, found.code)),
        ("Mag weg vanaf", exact(due) if due else "geen einde"),
    )


@signed_in
def propose(request: DoorRequest, slug: str, unit_id: UUID) -> HttpResponse:
    """Propose to destroy."""
    found = _find(request, slug, unit_id)
    page = ActPage(
        title="Vernietiging voorstellen",
        button="Voorstellen",
        done="Het voorstel wacht op een tweede persoon.",
        not_done="Er is nog niets voorgesteld.",
        back=looks.url_of(found.kind, unit_id),
        back_text=looks.name_of(found.kind, unit_id, found.code),
        consequences=("Iemand anders beslist. Pas daarna wordt er iets vernietigd.", *looks.GOES),
        facts=_facts(found),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> str:
        propose_destruction(actor=request.actor, now=request.now, kind=found.kind, unit_id=unit_id)
        return page.back

    form = ProposalForm(request.POST if request.method == "POST" else None)
    state = facts(found, holds_on(looks.municipality_of(request), [unit_id]).get(unit_id), now=request.now)
    reading = partial(looks.record_unit, request, found.kind, unit_id)
    return act_page(request, page, form, do, verdict=policy.may_propose(request.viewer, state), reading=reading)


@signed_in
def hold(request: DoorRequest, slug: str, unit_id: UUID) -> HttpResponse:
    """Hold something."""
    found = _find(request, slug, unit_id)
    page = ActPage(
        title="Vasthouden",
        button="Vasthouden",
        done="Dit wordt vastgehouden.",
        not_done="Het wordt nog niet vastgehouden.",
        back=looks.url_of(found.kind, unit_id),
        back_text=looks.name_of(found.kind, unit_id, found.code),
        consequences=(
            "Niemand kan dit vernietigen, ook niet als het al is goedgekeurd.",
            "Het blijft vast tot u of een collega het vrijgeeft.",
        ),
        facts=_facts(found),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> str:
        review_on = data["review_on"]
        place_hold(
            actor=request.actor,
            now=request.now,
            kind=found.kind,
            unit_id=unit_id,
            reason=str(data["reason"]),
            review_on=review_on if isinstance(review_on, date) else None,
        )
        return page.back

    reading = partial(looks.record_unit, request, found.kind, unit_id)
    return act_page(request, page, HoldForm(request.POST or None), do, reading=reading)


@signed_in
def let_go(request: DoorRequest, hold_id: UUID) -> HttpResponse:
    """Let go of what was held."""
    found = hold_of(looks.municipality_of(request), hold_id)
    if found is None:
        raise NotVisible
    kind, unit_id, held = found
    page = ActPage(
        title="Vrijgeven",
        button="Vrijgeven",
        done="Dit wordt niet meer vastgehouden.",
        not_done="Het wordt nog vastgehouden.",
        back=looks.url_of(kind, unit_id),
        back_text=looks.name_of(kind, unit_id, ""),
        consequences=("Als alle termijnen voorbij zijn, kan iemand voorstellen dit te vernietigen.",),
        facts=(("Vastgehouden", looks.hold_words(held)), ("Door", held.placed_by)),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> str:
        end_hold(actor=request.actor, now=request.now, hold_id=hold_id)
        return "/bewaren/"

    form = ProposalForm(request.POST if request.method == "POST" else None)
    reading = partial(looks.record_unit, request, kind, unit_id)
    return act_page(request, page, form, do, reading=reading)


@signed_in
def answer(request: DoorRequest, proposal_id: UUID) -> HttpResponse:
    """Answer a proposal, or take one's own back."""
    found = proposal(looks.municipality_of(request), proposal_id)
    if found is None:
        raise NotVisible
    kind, own = UnitKind(found.unit), found.proposed_by_id == request.viewer.member_id
    page = ActPage(
        title="Uw voorstel intrekken" if own else "Vernietigen of niet?",
        button="Intrekken" if own else "Antwoord geven",
        done="Uw antwoord is vastgelegd.",
        not_done="Er is nog geen antwoord vastgelegd.",
        back="/bewaren/",
        back_text="Bewaren",
        consequences=("Het voorstel vervalt.",) if own else ("Bij ja voert de server het uit.", *looks.GOES),
        facts=(
            ("Wat", f"{looks.unit_word(found.unit)}, {looks.name_of(kind, found.unit_id, '')}"),
            ("Voorgesteld", f"door {found.proposed_by}, {moment(found.proposed_at, request.now)}"),
        ),
        nav=looks.NAV,
    )

    def do(data: dict[str, object]) -> str:
        answer_proposal(
            actor=request.actor,
            now=request.now,
            proposal_id=proposal_id,
            outcome=str(data["outcome"]),
            reason=str(data["reason"]),
        )
        return page.back

    reading = partial(looks.record_unit, request, kind, found.unit_id)
    return act_page(request, page, AnswerForm(request.POST or None, own=own), do, reading=reading)
