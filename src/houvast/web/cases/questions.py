"""Asking and answering: a hand-over to a person, a take-over by a team."""

from uuid import UUID

from django.http import HttpResponse

from houvast.ave.vocabulary import Responsibility
from houvast.cases import policy
from houvast.cases.models import HandOverAnswer, TakeOverAnswer
from houvast.cases.selectors import bands, questions
from houvast.cases.selectors.bands import FoundCase, case_by_code
from houvast.cases.selectors.words import Words, hand_over_words, take_over_words
from houvast.cases.services.answer_hand_over import answer_hand_over
from houvast.cases.services.answer_take_over import answer_take_over
from houvast.cases.services.ask_take_over import ask_take_over
from houvast.cases.services.withdraw_take_over import withdraw_take_over
from houvast.desk.rules.work import term
from houvast.directory.selectors import teams_of
from houvast.kernel.errors import NotVisible
from houvast.kernel.terms import word_for
from houvast.web import addresses
from houvast.web import choosing_holder as holders
from houvast.web.act_page import ActPage, Elsewhere, act_page
from houvast.web.cases.forms import AnswerSeatForm, AnswerTeamForm, AskTeamForm, WithdrawForm
from houvast.web.door import DoorRequest, signed_in
from houvast.web.form_fields import offer
from houvast.web.look import Link

_ACCEPT = (HandOverAnswer.Outcome.ACCEPTED.value, "Ja, ik neem het over")
_REFUSE = (HandOverAnswer.Outcome.REFUSED.value, "Nee, ik neem het niet over")
_WITHDRAW = (HandOverAnswer.Outcome.WITHDRAWN.value, "De vraag intrekken")


def _case(request: DoorRequest, case_id: UUID) -> FoundCase:
    found = bands.by_ids(request.viewer, [case_id], now=request.now).get(case_id)
    if found is None:
        raise NotVisible
    return found


def _said(words: Words | None) -> tuple[tuple[str, str], ...]:
    """Give what the asker wrote with the question, when anything was."""
    return (("Toelichting", words.question),) if words is not None and words.question else ()


def _of_answer(question: questions.WaitingHandOver, *, asked_me: bool) -> tuple[str, str]:
    """Say what each answer does, to who was asked; or what taking the question back does."""
    name = word_for(question.responsibility)
    if asked_me:
        return (
            f"Zegt u ja, dan heeft u direct de {name}. Wie haar nu heeft, ziet de casus niet meer zonder andere rol.",
            f"Zegt u nee, dan blijft de {name} waar zij is. {question.asked_by} leest waarom.",
        )
    return (
        f"Trekt u de vraag in, dan kan {question.to_member} niet meer antwoorden.",
        f"De {name} blijft waar zij is.",
    )


@signed_in
def answer_seat(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Accept, refuse or withdraw a hand-over."""
    waiting = questions.hand_overs(request.viewer, now=request.now)
    question = next((each for each in waiting if each.id == question_id), None)
    if question is None:
        raise NotVisible
    found = _case(request, question.case_id)
    name = word_for(question.responsibility)
    asked_me = question.to_member_id in request.viewer.member_ids
    form = AnswerSeatForm(request.POST or None)
    offer(form, "outcome", [_ACCEPT, _REFUSE] if asked_me else [_WITHDRAW])
    words = hand_over_words(request.viewer, question.case_id, now=request.now, only=question_id)
    left, exact, _ = term(question.accept_before, request.now)
    page = ActPage(
        title=f"Overdracht van de {name}",
        button="Antwoord geven",
        done="Uw antwoord staat vast.",
        not_done="Nog geen antwoord vastgelegd.",
        back="/",
        back_text="Mijn werk",
        facts=(
            ("Casus", f"{found.band.name}, {found.band.code}"),
            ("Gevraagd door", question.asked_by),
            ("Gevraagd aan", question.to_member),
            *_said(words.get(question_id)),
            ("Antwoord", f"{left}, {exact}"),
        ),
        consequences=_of_answer(question, asked_me=asked_me),
    )

    def do(data: dict[str, object]) -> str:
        answer_hand_over(
            actor=request.actor,
            now=request.now,
            hand_over_id=question_id,
            outcome=HandOverAnswer.Outcome(str(data["outcome"])),
            reason=str(data["reason"]),
        )
        accepted = data["outcome"] == HandOverAnswer.Outcome.ACCEPTED.value
        return addresses.case(found.band.code) if accepted else "/"

    return act_page(request, page, form, do, about=found)


@signed_in
def ask_team(request: DoorRequest, code: str) -> HttpResponse:
    """Ask a team to take a case over."""
    found = case_by_code(request.viewer, code.upper(), now=request.now)
    form = AskTeamForm(request.POST or None)
    offer(
        form,
        "team",
        [(str(each.id), each.name) for each in teams_of(found.band.municipality_id)],
        nothing="Kies een team",
    )
    days = found.model.hand_over.accept_within_working_days
    page = ActPage(
        title="Een team vragen om over te nemen",
        button="Team vragen",
        done="De vraag ligt bij het team.",
        not_done="Nog niet gevraagd.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        consequences=(
            f"Het team heeft {days} werkdagen om te antwoorden: overnemen, meedoen, of teruggeven met advies.",
            "Tot het antwoord ziet het team de mensen, de organisaties en de besluiten van deze casus. Geen notities.",
            "De regie blijft zolang waar zij is.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        ask_take_over(
            actor=request.actor,
            now=request.now,
            case_id=found.band.case_id,
            to_team=UUID(str(data["team"])),
            reason=str(data["reason"]),
        )
        return addresses.case(found.band.code)

    verdict = policy.may_work_in(request.viewer, found.facts)
    return act_page(request, page, form, do, verdict=verdict, about=found)


def _take_over(request: DoorRequest, question_id: UUID) -> tuple[questions.WaitingTakeOver, FoundCase]:
    waiting = questions.take_overs(request.viewer, now=request.now)
    question = next((each for each in waiting if each.id == question_id), None)
    if question is None:
        raise NotVisible
    return question, _case(request, question.case_id)


@signed_in
def withdraw_from_team(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Take a question to a team back."""
    question, found = _take_over(request, question_id)
    words = take_over_words(request.viewer, question.case_id, now=request.now, only=question_id)
    left, exact, _ = term(question.answer_before, request.now)
    page = ActPage(
        title=f"Vraag aan {question.team} intrekken",
        button="Vraag intrekken",
        done=f"De vraag aan {question.team} is ingetrokken.",
        not_done="Nog niet ingetrokken.",
        back=addresses.case(found.band.code),
        back_text=f"{found.band.name}, {found.band.code}",
        facts=(
            ("Gevraagd door", question.asked_by),
            *_said(words.get(question_id)),
            ("Antwoord", f"{left}, {exact}"),
        ),
        consequences=(
            f"{question.team} ziet deze casus niet meer vanuit deze vraag, en kan niet meer antwoorden.",
            "De regie blijft waar zij is.",
            "De vraag houdt sluiten niet meer tegen. U kunt daarna een ander team vragen.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        reason = str(data["reason"])
        withdraw_take_over(actor=request.actor, now=request.now, request_id=question_id, reason=reason)
        return addresses.case(found.band.code)

    verdict = policy.may_withdraw_take_over(request.viewer, found.facts, asked_by=question.asked_by_id)
    return act_page(request, page, WithdrawForm(request.POST or None), do, verdict=verdict, about=found)


@signed_in
def answer_team(request: DoorRequest, question_id: UUID) -> HttpResponse:
    """Answer for a team that was asked to take a case over."""
    question, found = _take_over(request, question_id)
    form = AnswerTeamForm(request.POST or None)
    phase, direction = found.band.phase.number, Responsibility.CASE_DIRECTION
    people = holders.members(found.band.municipality_id, found.model, phase, direction, now=request.now)
    offer(form, "case_director", people, nothing="Kies iemand")
    words = take_over_words(request.viewer, question.case_id, now=request.now, only=question_id)
    left, exact, _ = term(question.answer_before, request.now)
    withdraws = policy.may_withdraw_take_over(request.viewer, found.facts, asked_by=question.asked_by_id).allowed
    withdraw = Link("Vraag intrekken", addresses.withdraw_take_over(question_id))
    page = ActPage(
        title=f"Vraag aan {question.team}",
        elsewhere=Elsewhere("Hoeft het team niet meer te antwoorden?", (withdraw,)) if withdraws else None,
        button="Antwoord geven",
        done="Het antwoord van uw team staat vast.",
        not_done="Nog geen antwoord vastgelegd.",
        back="/",
        back_text="Mijn werk",
        facts=(
            ("Casus", f"{found.band.name}, {found.band.code}"),
            ("Gevraagd door", question.asked_by),
            *_said(words.get(question_id)),
            ("Antwoord", f"{left}, {exact}"),
        ),
        consequences=(
            "Neemt u over, dan heeft de gekozen collega direct de casusregie.",
            "Geeft u terug, dan ziet uw team de casus niet meer. De casus telt hoe vaak dat gebeurt.",
            "Doet u mee, dan blijft uw team de casus zien en verandert de regie niet.",
        ),
    )

    def do(data: dict[str, object]) -> str:
        chosen = data["case_director"]
        answer_take_over(
            actor=request.actor,
            now=request.now,
            request_id=question_id,
            outcome=TakeOverAnswer.Outcome(str(data["outcome"])),
            advice=str(data["advice"]),
            case_director=holders.choice(chosen).member_id if chosen else None,
        )
        returned = data["outcome"] == TakeOverAnswer.Outcome.RETURNED.value
        return "/" if returned else addresses.case(found.band.code)

    return act_page(request, page, form, do, about=found)
