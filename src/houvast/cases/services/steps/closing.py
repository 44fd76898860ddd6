"""Closing a case, for the verbs that do: what comes first, and what ends with it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.models import (
    Closure,
    CrucialMoment,
    FollowUp,
    HandOver,
    MoveOffer,
    PhasePeriod,
    ScalingDecision,
    TakeOverRequest,
)
from houvast.cases.rules.receiving import NOTHING, HandingOn
from houvast.cases.services.steps.begin_period import PeriodChange, begin_period
from houvast.cases.services.steps.give_access import withdraw_all_but_the_team
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.cases.services.steps.moment_rows import ENDED
from houvast.cases.services.steps.proposing import unconfirmed, undecided
from houvast.cases.services.steps.receiving import ask_receiver, let_look_again, sight_ends, write_aftercare
from houvast.cases.services.steps.stay_rows import end_stays
from houvast.cases.services.steps.still_asked import still_asked
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

REASON_PLACE = "cases_closure.reason"


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a case closes: a code of `CLOSING_REASONS` and words; who takes over, and when somebody asks how it goes."""

    reason: str
    text: str
    handing_on: HandingOn = NOTHING


def close(loaded: LoadedCase, closing: Closing, *, now: datetime) -> UUID:
    """Close a locked case of which nothing waits; gives the id of the closure."""
    former = [loaded.facts.holder(each) for each in ASSIGNED]
    change = PeriodChange(loaded.phase, PhasePeriod.Cause.CLOSED, loaded.viewer.member_id)
    period = begin_period(loaded.case, change, loaded.model, now=now)
    end_stays(loaded.case, by=loaded.viewer.member_id, now=now)
    withdraw_all_but_the_team(loaded.case.id, now=now)
    _hand_on(loaded, {member for member in former if member}, closing.handing_on, now)
    closure_id = new_id()
    Closure(
        id=closure_id,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        period=period,
        reason=closing.reason,
        reason_sealed=seal(loaded.case.key, closing.text.strip(), place=f"{REASON_PLACE}:{closure_id}"),
        closed_by_id=loaded.viewer.member_id,
        closed_at=now,
    ).save(force_insert=True)
    return closure_id


def _hand_on(loaded: LoadedCase, members: set[UUID], handing_on: HandingOn, now: datetime) -> None:
    """Let who led the case see it until it has been checked, and ask who takes it over."""
    if handing_on.check_on is None:
        return
    let_look_again(loaded, loaded.case.phase_period, members, now=now)
    write_aftercare(loaded, handing_on, handing_on.check_on, now=now)
    if handing_on.receiver is not None:
        until = sight_ends(loaded.model, handing_on.check_on)
        ask_receiver(loaded, handing_on.receiver, now=now, until=until)


def must_follow(case_id: UUID) -> bool:
    """Say whether after some decision it is not yet recorded who was heard, or that the resident was told."""
    done = FollowUp.objects.filter(decision_id=OuterRef("pk"), state=FollowUp.State.DONE)
    heard, told = (Q(Exists(done.filter(item=item))) for item in (FollowUp.Item.HEARD, FollowUp.Item.RESIDENT_TOLD))
    moved = ScalingDecision.objects.filter(case_id=case_id, follow_up_before__isnull=False)
    return moved.exclude(heard & told).exists()


def waiting(case_id: UUID) -> dict[str, str]:
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
    if MoveOffer.objects.filter(case_id=case_id, answer__isnull=True).exists():
        problems["move"] = "De casus is aangeboden aan een andere gemeente. Wacht op het antwoord, of trek dat in."
    return problems
