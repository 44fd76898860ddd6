"""Oordeel geven: judge a proposal, and ask one more to do so."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from houvast.cases import policy
from houvast.cases.selectors.judgements import AskedJudgement, asked_judgement, possible_judges
from houvast.cases.selectors.scalings import scaling_of_proposal
from houvast.cases.services.ask_judgement import ask_judgement
from houvast.cases.services.give_judgement import give_judgement
from houvast.web import addresses
from houvast.web.act_page import ActPage, act_page
from houvast.web.door import DoorRequest, signed_in
from houvast.web.scaling import page, wording
from houvast.web.scaling.judging_forms import AskForm, JudgementForm, OutsideJudgementForm
from houvast.web.scaling.reading import record
from houvast.web.scaling.weighing import words

_STAYS = "Uw oordeel verandert niet meer. Bent u het niet eens, dan blijft dat voor altijd bij het besluit staan."


@signed_in
def judge(request: DoorRequest, request_id: UUID) -> HttpResponse:
    """Judge a proposal, or read what was said about it."""
    asked = asked_judgement(request.viewer, request_id, now=request.now)
    record(request, asked.found, "judgement")
    if request.method != "POST" and (asked.asked.judgement is not None or asked.decided):
        return _told(request, asked)
    outside = asked.asked.member_id is None
    form = (OutsideJudgementForm if outside else JudgementForm)(request.POST or None)

    def do(data: dict[str, object]) -> str:
        give_judgement(actor=request.actor, now=request.now, request_id=request_id, new=form.judgement())
        return addresses.proposal(asked.proposal.id) if outside else "/"

    verdict = policy.may_judge(
        request.viewer, asked.found.facts, asked_member=asked.asked.member_id, asked_by=asked.asked.asked_by_id
    )
    return act_page(request, _page(request, asked), form, do, verdict=verdict)


def _page(request: DoorRequest, asked: AskedJudgement) -> ActPage:
    line, step = asked.asked, wording.step(asked.found.model, asked.boundary)
    back = page.back(asked.found)
    decides = wording.functions(asked.found.model, asked.boundary.decides)
    if line.member_id is None:
        title, button = f"Oordeel van {line.organisation} vastleggen", "Oordeel vastleggen"
    else:
        title, button = "Uw oordeel over een voorstel", "Oordeel geven"
    return ActPage(
        title=title,
        button=button,
        done="Het oordeel staat vast.",
        not_done="Nog niet vastgelegd.",
        back=back.url,
        back_text=back.text,
        intro=f"{line.asked_by} vraagt dit, {wording.term(line.answer_before, request.now)}.",
        facts=(("Voorstel", f"{step.verb} naar {step.to_phase.label}, van {asked.proposal.proposed_by}"), *_why(asked)),
        consequences=(
            f"De regisseurs lezen dit oordeel, en wie beslist: {decides}. Andere partners lezen het niet.",
            _STAYS,
            "Het besluit is niet aan u. Wie beslist, legt vast waarom als er niet op u is gewacht.",
        ),
    )


NOBODY_TO_ASK = (
    "Er is nu niemand meer om te vragen. Mist u een partner? Voeg die organisatie eerst toe bij de mensen van de casus."
)


def _why(asked: AskedJudgement) -> tuple[tuple[str, str], ...]:
    proposal = asked.proposal
    ticked = [each.text for each in asked.boundary.criteria.criteria() if each.code in proposal.criteria]
    texts = (
        ("Reden", proposal.reason),
        ("Kinderen", proposal.children),
        ("Lokaal geprobeerd", proposal.local_attempts),
        ("Criteria", f"{'. '.join(ticked)}."),
    )
    return tuple((name, text) for name, text in texts if text)


def _told(request: DoorRequest, asked: AskedJudgement) -> HttpResponse:
    """Show a question that is answered, or that the decision did not wait for."""
    step = wording.step(asked.found.model, asked.boundary)
    given = asked.asked.judgement
    context = {
        "nav": "casussen",
        "back": page.back(asked.found),
        "title": f"Oordeel van {given.by if given else asked.asked.member or asked.asked.organisation}",
        "under": f"{step.verb} naar {step.to_phase.label}, voorstel van {asked.proposal.proposed_by}",
        "stand": "" if given is None else "Eens" if given.agrees else "Niet eens",
        "facts": () if given is None else tuple(words(given)),
        "why": _why(asked),
    }
    return render(request, "schalen/oordeel.html", context)


@signed_in
def ask(request: DoorRequest, proposal_id: UUID) -> HttpResponse:
    """Ask one more person or organisation for a judgement."""
    scaling = scaling_of_proposal(request.viewer, proposal_id, now=request.now)
    record(request, scaling.found, "ask_judgement")
    form = AskForm(request.POST or None)
    offer = possible_judges(request.viewer, scaling, now=request.now)
    keys = {f"m:{each.member_id}" if each.member_id else f"o:{each.organisation_id}": each for each in offer}
    form.offer([(key, f"{each.name}, {each.detail}") for key, each in keys.items()])
    back = addresses.proposal(proposal_id)
    what = ActPage(
        title="Om een oordeel vragen",
        button="Om een oordeel vragen",
        intro="" if keys else NOBODY_TO_ASK,
        done="De vraag is gesteld.",
        not_done="Nog niet gevraagd.",
        back=back,
        back_text="Het voorstel",
        consequences=(
            f"Wie u vraagt, ziet dit voorstel en wie de casus leidt, en antwoordt "
            f"{wording.term(scaling.proposal.decide_before, request.now)}.",
            "Werkt iemand niet met Houvast, dan belt u en legt u het oordeel vast.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        chosen = keys.get(str(data["who"]))
        member_id = chosen.member_id if chosen else None
        organisation_id = chosen.organisation_id if chosen else None
        ask_judgement(
            actor=request.actor,
            now=request.now,
            proposal_id=proposal_id,
            member_id=member_id,
            organisation_id=organisation_id,
        )
        return back

    verdict = policy.may_ask_judgement(request.viewer, scaling.found.facts, proposed_by=scaling.proposal.proposed_by_id)
    return act_page(request, what, form, do, verdict=verdict)
