"""Decisions: how one is taken, writing it, and moving the case with the seats that it fills."""

from collections.abc import Mapping
from datetime import date, datetime

from houvast.audit.services.act import Detail
from houvast.ave.model import Boundary
from houvast.ave.vocabulary import Direction, Holding, Responsibility
from houvast.cases.models import PhasePeriod, ScalingDecision, ScalingProposal
from houvast.cases.rules.children import child_problems
from houvast.cases.rules.opening import Choice, chosen_seat, with_resident
from houvast.cases.rules.scaling import Deciding, must_name_process_director
from houvast.cases.rules.seats import SeatFacts, seat_in_phase
from houvast.cases.selectors.children import has_children
from houvast.cases.services.steps.begin_period import PeriodChange, begin_period, last_day
from houvast.cases.services.steps.former_seats import former_seats
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.judging import end_asking
from houvast.cases.services.steps.load_case import LoadedCase, facts_of_seat
from houvast.cases.services.steps.people_of_case import NOT_OF_CASE, grown_ups_now, is_of_case, residents_now
from houvast.cases.services.steps.proposing import boundary_to
from houvast.directory.selectors import functions_of, possible_holders
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days, in_amsterdam
from houvast.vault.sealing import seal

REASON_PLACE = "cases_scalingdecision.reason"
CHILDREN_PLACE = "cases_scalingdecision.children"
NOT_WAITED_PLACE = "cases_scalingdecision.not_waited"


def on_record(how: Deciding, now: datetime) -> date:
    """Give the date of the decision; a decision on someone's behalf needs its date, channel and document."""
    today = in_amsterdam(now).date()
    if not how.on_behalf_of:
        return today
    problems = {}
    if how.decided_on is None or how.decided_on > today:
        problems["decided_on"] = "Vul in op welke dag dit is besloten: vandaag of eerder."
    if not how.channel.strip():
        problems["channel"] = "Vul in hoe u dit besluit kreeg, bijvoorbeeld 'telefoon' of 'mail'."
    if not how.document.strip():
        problems["document"] = "Noem het document of zaaknummer waarin dit besluit staat."
    if problems or how.decided_on is None:
        raise Invalid(problems)
    return how.decided_on


def on_whose_behalf(how: Deciding) -> dict[str, Detail]:
    """Give what the log says of a decision that was recorded for somebody else; nothing when it is one's own."""
    return {"on_behalf_of": how.on_behalf_of} if how.on_behalf_of else {}


def require_child_interest(proposal: ScalingProposal, how: Deciding) -> None:
    """Raise `Invalid` when there are children now and neither proposal nor decision says what it means for them."""
    said = bool(proposal.children_sealed)
    problems = {} if said else child_problems(has_children(proposal.case_id), how.children)
    if problems:
        raise Invalid(problems)


def write_decision(
    loaded: LoadedCase,
    boundary: Boundary,
    proposal: ScalingProposal,
    outcome: ScalingDecision.Outcome,
    how: Deciding,
    *,
    now: datetime,
) -> ScalingDecision:
    """Write a decision on a proposal, with the terms that the model gives."""
    decision_id = new_id()
    moves = outcome in (ScalingDecision.Outcome.APPROVED, ScalingDecision.Outcome.URGENT)
    urgent_term = boundary.urgent_confirm_within_working_days
    urgent = outcome == ScalingDecision.Outcome.URGENT and urgent_term is not None
    second = outcome in (ScalingDecision.Outcome.CONFIRMED, ScalingDecision.Outcome.REVERSED)
    named = boundary.urgent_confirmed_by if second else boundary.decides
    decision = ScalingDecision(
        id=decision_id,
        proposal=proposal,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=2 if second else 1,
        outcome=outcome,
        decided_by_id=loaded.viewer.member_id,
        function=min(loaded.viewer.functions & set(named), default=""),
        on_behalf_of=how.on_behalf_of,
        decided_on=on_record(how, now),
        channel=how.channel.strip(),
        document=how.document.strip(),
        recorded_at=now,
        reason_sealed=seal(loaded.case.key, how.reason.strip(), place=f"{REASON_PLACE}:{decision_id}"),
        children_sealed=seal(loaded.case.key, how.children.strip(), place=f"{CHILDREN_PLACE}:{decision_id}"),
        not_waited_sealed=seal(loaded.case.key, how.not_waited.strip(), place=f"{NOT_WAITED_PLACE}:{decision_id}"),
        confirm_before=add_working_days(now, urgent_term or 0) if urgent else None,
        follow_up_before=add_working_days(now, boundary.follow_up_within_working_days) if moves else None,
    )
    decision.save(force_insert=True)
    return decision


def require_process_director(
    loaded: LoadedCase, boundary: Boundary, chosen: Mapping[Responsibility, Choice], *, now: datetime
) -> None:
    """Raise `Invalid` when the process direction would go to nobody where the model says who has it after this step.

    A municipality in which nobody may hold it then goes on without: the vacancy shouts.
    """
    seat, model = Responsibility.PROCESS_DIRECTION, loaded.model
    rule, was = model.seat(boundary.to_phase, seat), loaded.facts.seats[seat]
    becomes = seat_in_phase(rule, was, (), until=last_day(model, now))
    if seat in chosen or not must_name_process_director(boundary, was, becomes):
        return
    functions = [code for code, holding in rule.holders.items() if holding is Holding.YES]
    if possible_holders(loaded.case.municipality_id, functions, now=now):
        named = model.functions[boundary.process_direction_after].name
        text = f"Kies wie na deze stap de procesregie heeft. Het AVE-model van uw gemeente noemt: {named}."
        raise Invalid({seat.value: text})


def move(
    loaded: LoadedCase,
    boundary: Boundary,
    chosen: Mapping[Responsibility, Choice],
    *,
    now: datetime,
    cause: PhasePeriod.Cause | None = None,
) -> PhasePeriod:
    """Move the case over the boundary, with the seats that the decision fills."""
    up = boundary.direction is Direction.UP
    change = PeriodChange(
        boundary.to_phase,
        cause or (PhasePeriod.Cause.SCALED_UP if up else PhasePeriod.Cause.SCALED_DOWN),
        loaded.viewer.member_id,
        chosen=seats_for(loaded, boundary.to_phase, chosen, now=now),
    )
    end_asking(loaded.case.id, now=now)
    _end_urgency(loaded, now)
    return begin_period(loaded.case, change, loaded.model, now=now)


def move_back(loaded: LoadedCase, to_phase: int, *, now: datetime) -> PhasePeriod:
    """Undo the urgent scaling that began the period of now: whom it took a seat from, holds it again."""
    scaled_at = loaded.case.phase_period.since
    rows = former_seats(loaded.case.id, loaded.model, to_phase, scaled_at=scaled_at, now=now)
    chosen = {responsibility: facts_of_seat(row) for responsibility, row in rows.items()}
    change = PeriodChange(to_phase, PhasePeriod.Cause.REVERSED, loaded.viewer.member_id, chosen=chosen)
    end_asking(loaded.case.id, now=now)
    return begin_period(loaded.case, change, loaded.model, now=now)


def _end_urgency(loaded: LoadedCase, now: datetime) -> None:
    """Withdraw what earlier urgent scalings let people see: once the case moves on nobody can answer them."""
    urgent = ScalingDecision.objects.filter(case=loaded.case, outcome=ScalingDecision.Outcome.URGENT)
    withdraw_access(urgent.values_list("pk", flat=True), now=now)


def seats_for(
    loaded: LoadedCase, phase: int, chosen: Mapping[Responsibility, Choice], *, now: datetime
) -> dict[Responsibility, SeatFacts]:
    """Turn choices into seats of a phase, or raise `Invalid` with what the model has against them."""
    seats: dict[Responsibility, SeatFacts] = {}
    problems = {}
    for responsibility, named in chosen.items():
        choice = with_resident(named, grown_ups_now(loaded.case.id)) if named.the_resident else named
        functions = (
            frozenset[str]()
            if choice.member_id is None
            else functions_of(choice.member_id, municipality_id=loaded.case.municipality_id, now=now)
        )
        seat, problem = chosen_seat(loaded.model.seat(phase, responsibility), choice, functions)
        seats[responsibility] = seat
        if problem or not is_of_case(choice, residents_now(loaded.case.id)):
            problems[responsibility.value] = problem or NOT_OF_CASE
    if problems:
        raise Invalid(problems)
    return seats


def boundary_of(loaded: LoadedCase, proposal: ScalingProposal) -> Boundary:
    if loaded.case.phase_period_id != proposal.from_period_id:
        raise Conflict("De fase van deze casus is veranderd na dit voorstel. Doe een nieuw voorstel.")
    return boundary_to(loaded, proposal.to_phase)
