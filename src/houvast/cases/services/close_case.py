"""Close a case: phase and seats end with it, and a date for aftercare stays behind."""

from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases import events, policy
from houvast.cases.models import (
    Closure,
    CrucialMoment,
    FollowUp,
    HandOver,
    PhasePeriod,
    ScalingDecision,
    TakeOverRequest,
)
from houvast.cases.rules.closing import AFTERCARE_WITHIN_YEARS, CLOSING_REASONS
from houvast.cases.rules.matrix import Relation
from houvast.cases.services.steps.begin_period import PeriodChange, begin_period
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_all_but_the_team
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.moment_rows import ENDED
from houvast.cases.services.steps.proposing import unconfirmed, undecided
from houvast.cases.services.steps.stay_rows import end_stays
from houvast.cases.services.steps.still_asked import still_asked
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import AMSTERDAM, add_working_days, in_amsterdam
from houvast.vault.sealing import seal

REASON_PLACE = "cases_closure.reason"


def close_case(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    reason: str,
    text: str,
    aftercare_on: date | None,
    seen_period: UUID | None = None,
) -> None:
    """Close a case. `reason` is a code of `CLOSING_REASONS`; without an aftercare date the text says why not.

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`. What waits for an answer (a proposal, an urgent scaling,
    a hand-over, a question to a team) comes first, and so does a crucial moment that is still to come. What must still
    follow a decision can be filled in until the aftercare date; without one it comes first too.
    """
    with acting_on_case(events.CASE_CLOSED, actor=actor, now=now, case_id=case_id, seen_period=seen_period) as loaded:
        loaded.permit(policy.may_close(loaded.viewer, loaded.facts))
        problems = {**_problems(reason, text, aftercare_on, in_amsterdam(now).date()), **_waiting(case_id)}
        if aftercare_on is None and _must_follow(case_id):
            problems["aftercare_on"] = (
                "Na een op- of afschaling is nog niet alles aangevuld. Kies een dag om nog te kijken, of vul eerst aan."
            )
        if problems:
            raise Invalid(problems)
        former = [loaded.facts.holder(each) for each in ASSIGNED]
        change = PeriodChange(loaded.phase, PhasePeriod.Cause.CLOSED, loaded.viewer.member_id)
        period = begin_period(loaded.case, change, loaded.model, now=now)
        end_stays(loaded.case, by=loaded.viewer.member_id, now=now)
        withdraw_all_but_the_team(case_id, now=now)
        _let_look_again(loaded, period, {member for member in former if member}, aftercare_on, now)
        closure_id = new_id()
        Closure(
            id=closure_id,
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            period=period,
            reason=reason,
            reason_sealed=seal(loaded.case.key, text.strip(), place=f"{REASON_PLACE}:{closure_id}"),
            aftercare_on=aftercare_on,
            closed_by_id=loaded.viewer.member_id,
            closed_at=now,
        ).save(force_insert=True)
        loaded.about("closure", closure_id, reason=reason)


def _let_look_again(
    loaded: LoadedCase, period: PhasePeriod, members: set[UUID], aftercare_on: date | None, now: datetime
) -> None:
    """Let who led the case see it until the aftercare date, and as long after it as a hand-over may take."""
    if aftercare_on is None:
        return
    day = datetime.combine(aftercare_on, time(12), AMSTERDAM)
    until = add_working_days(day, loaded.model.hand_over.accept_within_working_days)
    cause = Cause("closure", period.id, "aftercare")
    give_access(
        loaded.case, Relation.AFTERCARE, cause, now=now, phase=loaded.phase, member_ids=sorted(members), until=until
    )


def _problems(reason: str, text: str, aftercare_on: date | None, today: date) -> dict[str, str]:
    problems = {}
    if reason not in CLOSING_REASONS:
        problems["reason"] = "Kies waarom de casus sluit."
    if not text.strip():
        problems["text"] = "Schrijf in een paar zinnen op hoe het ging en wat is afgesproken."
    if aftercare_on is not None and aftercare_on <= today:
        problems["aftercare_on"] = "Kies een dag die nog moet komen."
    if aftercare_on is not None and aftercare_on.year > today.year + AFTERCARE_WITHIN_YEARS:
        problems["aftercare_on"] = f"Kies een dag in de komende {AFTERCARE_WITHIN_YEARS} jaar."
    return problems


def _must_follow(case_id: UUID) -> bool:
    """Say whether after some decision it is not yet recorded who was heard, or that the resident was told."""
    done = FollowUp.objects.filter(decision_id=OuterRef("pk"), state=FollowUp.State.DONE)
    heard, told = (Q(Exists(done.filter(item=item))) for item in (FollowUp.Item.HEARD, FollowUp.Item.RESIDENT_TOLD))
    moved = ScalingDecision.objects.filter(case_id=case_id, follow_up_before__isnull=False)
    return moved.exclude(heard & told).exists()


def _waiting(case_id: UUID) -> dict[str, str]:
    """Say what waits for an answer: once the case is closed, nobody could give it any more."""
    problems = {}
    if undecided(case_id) is not None:
        problems["proposal"] = "Er wacht nog een voorstel om op of af te schalen. Besluit daar eerst over."
    if unconfirmed(case_id):
        problems["urgency"] = "Een spoedopschaling wacht op bevestiging. Laat die eerst bevestigen of terugdraaien."
    if CrucialMoment.objects.filter(case_id=case_id).exclude(turn__state__in=ENDED).exists():
        problems["moment"] = "Er komt nog een cruciaal moment. Leg vast dat het doorging, of zeg het af."
    if HandOver.objects.filter(still_asked(), case_id=case_id).exists():
        problems["hand_over"] = "Er wacht nog een overdracht op antwoord. Trek die eerst in."
    if TakeOverRequest.objects.filter(case_id=case_id, answer__isnull=True).exists():
        problems["take_over"] = "Er ligt nog een vraag bij een team. Wacht op het antwoord, of trek die vraag eerst in."
    return problems
