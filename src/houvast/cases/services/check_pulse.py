"""Look how it goes on the agreed day ("vinger aan de pols"): well, as it is with a next day, or up again."""

from datetime import date, datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import Access, AftercarePlan, PulseCheck, ReceiverAnswer, ReceiverRequest
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.receiving import HowItGoes, NewCheck, check_problems
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_row
from houvast.cases.services.steps.receiving import (
    end_receiving,
    let_look_again,
    let_receive,
    next_day,
    sight_ends,
)
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import seal

TEXT_PLACE = "cases_pulsecheck.text"


def check_pulse(*, actor: Actor, now: datetime, aftercare_id: UUID, new: NewCheck, seen: int | None = None) -> UUID:
    """Record how it goes; gives the id of the check. `seen` is how many there were on the page.

    When it goes well nobody asks again: who received the case sees it no longer because of that, and who led it only a
    few days more. Until then they see it, also when the day has passed. Raises
    `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody else looked, it went well already or the case moved.
    """
    with acting_on_row(events.PULSE_CHECKED, scopes.aftercare_plans, aftercare_id, actor=actor, now=now) as found:
        loaded, plan = found
        looks_after = scopes.looked_after(loaded.viewer, now=now).filter(case_id=loaded.case.id).exists()
        loaded.permit(policy.may_check_pulse(loaded.viewer, loaded.facts, looks_after=looks_after))
        number = _next_number(loaded, plan, seen)
        problems = check_problems(new, in_amsterdam(now).date())
        if problems or new.outcome is None:
            raise Invalid(problems)
        check = _write(loaded, plan, new, PulseCheck.Outcome(new.outcome.value), number, now)
        if new.outcome is HowItGoes.GOES_WELL:
            end_receiving(loaded.case.id, now=now)
            _look_no_longer(loaded, plan, now)
        elif check.check_on is not None:
            _receive_longer(loaded, plan, check.check_on, now)
        loaded.about("pulse_check", check.id, outcome=new.outcome.value, number=number)
        return check.id


def _next_number(loaded: LoadedCase, plan: AftercarePlan, seen: int | None) -> int:
    if loaded.case.phase_period_id != plan.period_id:
        raise Conflict("De casus is intussen in een andere fase. Deze vraag is voorbij.")
    checks = PulseCheck.objects.filter(aftercare=plan)
    if checks.filter(outcome=PulseCheck.Outcome.GOES_WELL).exists():
        raise Conflict("Er is al vastgelegd dat het goed gaat. Houvast vraagt het niet meer.")
    count = checks.count()
    if seen is not None and seen != count:
        raise Conflict("Dit is intussen al vastgelegd, door u of door een ander. Kijk wat er staat.")
    return count + 1


def _write(
    loaded: LoadedCase, plan: AftercarePlan, new: NewCheck, outcome: PulseCheck.Outcome, number: int, now: datetime
) -> PulseCheck:
    row_id = new_id()
    check = PulseCheck(
        id=row_id,
        aftercare=plan,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=number,
        outcome=outcome,
        text_sealed=seal(loaded.case.key, new.text.strip(), place=f"{TEXT_PLACE}:{row_id}"),
        check_on=new.check_on if outcome == PulseCheck.Outcome.STAYS else None,
        recorded_by_id=loaded.viewer.member_id,
        recorded_at=now,
    )
    check.save(force_insert=True)
    return check


def _look_no_longer(loaded: LoadedCase, plan: AftercarePlan, now: datetime) -> None:
    """Let who looked after a case because they led it see it a few days more, to finish what they wrote down."""
    reasons = Access.objects.filter(case=loaded.case, withdrawn_at__isnull=True, source_id=plan.period_id)
    leaders = reasons.filter(relation=Relation.AFTERCARE).values_list("member_id", flat=True)
    members = {each for each in leaders if each is not None}
    until = sight_ends(loaded.model, max(next_day(plan), in_amsterdam(now).date()))
    withdraw_access([plan.period_id], now=now)
    let_look_again(loaded, plan.period, members, now=now, until=until)


def _receive_longer(loaded: LoadedCase, plan: AftercarePlan, day: date, now: datetime) -> None:
    """Let who received a closed case see it until after the next day."""
    asked = ReceiverRequest.objects.filter(period=plan.period).order_by("-number").select_related("answer").first()
    answer = getattr(asked, "answer", None)
    received = answer is None or answer.outcome == ReceiverAnswer.Outcome.ACCEPTED
    if asked is not None and received and loaded.facts.is_closed:
        withdraw_access([asked.id], now=now)
        let_receive(loaded, asked, now=now, until=sight_ends(loaded.model, day))
