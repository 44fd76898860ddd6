"""Tailor-made help, ready to print."""

from dataclasses import dataclass
from datetime import date, datetime

from houvast.desk.rules.work import term
from houvast.kernel.dutch_dates import short
from houvast.kernel.euros import euros
from houvast.kernel.value_terms import VALUES
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tailor_made import TailorAnswer, Way
from houvast.plans.selectors.tailor_made import AnswerLine, OutcomeLine, TailorLine
from houvast.web import addresses
from houvast.web.look import CAREFUL, GOOD, LATE, Link

ANSWERS, REASONS = VALUES["TailorMadeDecision.Answer"], VALUES["TailorMadeDecision.Reason"]
BROUGHT = VALUES["TailorMadeOutcome.Brought"]


@dataclass(frozen=True, slots=True)
class TailorMark:
    """Tailor-made help: what, for how much, how it stands, and what was said of it in the order of the question."""

    what: str
    amount: str
    state: str
    state_class: str
    facts: tuple[tuple[str, str], ...]
    acts: tuple[Link, ...]


def tailor_mark(line: TailorLine, *, now: datetime, may_plan: bool) -> TailorMark:
    """Give it as the page of a plan prints it."""
    state, state_class = _state(line, now)
    return TailorMark(
        what=line.content.what,
        amount=euros(line.cents),
        state=state,
        state_class=state_class,
        facts=(*question(line), *_answer(line, now), *_outcome(line.outcome, now)),
        acts=_acts(line) if may_plan else (),
    )


def question(line: TailorLine) -> tuple[tuple[str, str], ...]:
    """Give what was written down: the effect first and the law last."""
    words = line.content
    asked = (("Als het niet doorgaat", words.without), ("De wet", words.law))
    return (("Moet bereiken", words.effect), *((name, text) for name, text in asked if text))


def granted_this_year(lines: tuple[TailorLine, ...], now: datetime) -> str:
    """Say how much was granted in a case this year; "" for nothing."""
    year = in_amsterdam(now).year
    answers = [line.answer for line in lines if line.answer and line.answer.decided_on.year == year]
    cents = sum(answer.cents for answer in answers)
    return f"{euros(cents)} toegekend in {year}" if cents else ""


def _state(line: TailorLine, now: datetime) -> tuple[str, str]:
    answer = line.answer
    if answer is None:
        left, exact, late = term(line.decide_before, now) if line.decide_before else ("", "", False)
        return f"wacht op besluit, {left} ({exact})", LATE if late else CAREFUL
    if answer.reason is not None:
        return f"{ANSWERS[answer.answer.name]}: {REASONS[answer.reason.name]}", ""
    return ANSWERS[answer.answer.name], GOOD if answer.answer is TailorAnswer.GRANTED else ""


def _answer(line: TailorLine, now: datetime) -> tuple[tuple[str, str], ...]:
    today = in_amsterdam(now).date()
    if line.answer is None:
        return (("Gevraagd door", f"{line.asked_by}, {short(in_amsterdam(line.at).date(), today)}"),)
    answer = line.answer
    who = f"{answer.by}{', met een mandaat' if answer.on_behalf_of else ''}"
    parts = (_granted(line, answer), f"{who}, {short(answer.decided_on, today)}", answer.why)
    return (("Besluit", ". ".join(part.rstrip(".") for part in parts if part) + "."),)


def _granted(line: TailorLine, answer: AnswerLine) -> str:
    if answer.answer is not TailorAnswer.GRANTED:
        return ANSWERS[answer.answer.name].capitalize()
    alone = VALUES["TailorMade.Way"]["ALONE"] if line.way is Way.ALONE else ANSWERS["GRANTED"]
    return f"{alone.capitalize()}, {euros(answer.cents)}"


def _outcome(outcome: OutcomeLine | None, now: datetime) -> tuple[tuple[str, str], ...]:
    if outcome is None:
        return ()
    said = f"{outcome.by}, {_day(outcome.at, now)}"
    brought = BROUGHT[outcome.brought.name].capitalize()
    return (("Wat het bracht", f"{brought}. {outcome.words} Kostte {euros(outcome.cents)}. {said}."),)


def _day(at: datetime, now: datetime) -> str:
    day: date = in_amsterdam(at).date()
    return short(day, in_amsterdam(now).date())


def _acts(line: TailorLine) -> tuple[Link, ...]:
    if line.answer is None:
        return (Link("Aanvraag intrekken", addresses.tailor_made(line.id, "intrekken/")),)
    if line.answer.answer is TailorAnswer.GRANTED and line.outcome is None:
        return (Link("Vastleggen wat het bracht", addresses.tailor_made(line.id, "afloop/")),)
    return ()
