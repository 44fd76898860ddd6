"""Nazorg on the page of a case: who took it over, what is still done, what makes us scale up again, and how it goes."""

from dataclasses import dataclass
from datetime import datetime

from houvast.cases.models import PulseCheck, ReceiverAnswer
from houvast.cases.selectors.receiving import AftercareLine, ReceiverLine
from houvast.desk.rules.work import term
from houvast.desk.selectors.aftercare_work import UNNAMED
from houvast.desk.selectors.case_page import CasePage
from houvast.kernel.dutch_dates import relative, short
from houvast.kernel.working_time import in_amsterdam
from houvast.web import addresses
from houvast.web.look import SECONDARY, SUBTLE, Act, Phone, phone

HOW = {
    PulseCheck.Outcome.GOES_WELL: "het gaat goed",
    PulseCheck.Outcome.STAYS: "het blijft zoals het is",
    PulseCheck.Outcome.SCALE_UP: "het moet weer omhoog",
}


@dataclass(frozen=True, slots=True)
class AftercareLook:
    """What the section prints. `shout` says that nobody took it over; it is "" when somebody did or nobody has to."""

    title: str
    shout: str
    receiver: str
    phone: Phone | None
    facts: tuple[tuple[str, str], ...]
    acts: tuple[Act, ...]


def aftercare_look(page: CasePage, *, now: datetime) -> AftercareLook | None:
    """Give the aftercare of the present phase; None where there is none, or for who may not see it."""
    period_id = page.found.band.period_id
    receiver, plan = page.receiving.receiver(period_id), page.receiving.plan(period_id)
    if receiver is None and plan is None and page.receiver_before is None:
        return None
    accepted = receiver is not None and receiver.outcome == ReceiverAnswer.Outcome.ACCEPTED
    return AftercareLook(
        title="Wie neemt het over?" if plan is None else "Nazorg",
        shout="" if accepted else _shout(page, receiver, now),
        receiver=_took(receiver, now) if receiver is not None and accepted else "",
        phone=phone(receiver.phone, receiver.name) if receiver is not None else None,
        facts=() if plan is None else _facts(plan, now),
        acts=_acts(page, receiver, plan, accepted=accepted) if page.acts.watch else (),
    )


def _shout(page: CasePage, receiver: ReceiverLine | None, now: datetime) -> str:
    if receiver is None:
        before = page.receiver_before
        return "" if before is None else f"{UNNAMED} Wijs iemand aan: {', '.join(term(before, now)[:2])}."
    who = f"{receiver.name}, {receiver.organisation}"
    if receiver.outcome is None:
        left, exact, _ = term(receiver.accept_before, now)
        return f"Niemand nam dit nog over. {who}, gaf nog geen antwoord: {left}, {exact}."
    return f"Niemand nam dit over. {who}, deed het niet: {receiver.reason}"


def _took(receiver: ReceiverLine, now: datetime) -> str:
    today = in_amsterdam(now).date()
    since = f", sinds {short(receiver.given_on, today)}" if receiver.given_on else ""
    return f"{receiver.name}, {receiver.organisation}{since}"


def _facts(plan: AftercareLine, now: datetime) -> tuple[tuple[str, str], ...]:
    today = in_amsterdam(now).date()
    facts = [("Wat er nog wordt gedaan", plan.what), ("Het gaat weer mis als", plan.signs)]
    for check in plan.checks[-1:]:
        said = f"{HOW[check.outcome]}, {short(in_amsterdam(check.recorded_at).date(), today)}, {check.recorded_by}"
        facts.append(("Hoe het ging", f"{said}. {check.text}"))
    if plan.day is not None:
        facts.append(("Vinger aan de pols", f"{short(plan.day, today)}, {relative(plan.day, today)}"))
    return tuple((name, text) for name, text in facts if text)


def _acts(
    page: CasePage, receiver: ReceiverLine | None, plan: AftercareLine | None, *, accepted: bool
) -> tuple[Act, ...]:
    code, acts = page.found.band.code, []
    if plan is not None and not plan.is_over:
        acts.append(Act("Zeggen hoe het gaat", addresses.case_act(code, "vinger-aan-de-pols"), SECONDARY))
    if receiver is not None and receiver.outcome is None and receiver.member_id is None:
        acts.append(Act("Antwoord vastleggen", addresses.receiver(receiver.id), SECONDARY))
    text = "Een andere ontvanger aanwijzen" if accepted else "Ontvanger aanwijzen"
    acts.append(Act(text, addresses.case_act(code, "ontvanger"), SUBTLE))
    decided = next((each.proposal_id for each in (receiver, plan) if each is not None), None)
    if decided is not None:
        acts.append(Act("Het besluit lezen", addresses.proposal(decided), SUBTLE))
    return tuple(acts)
