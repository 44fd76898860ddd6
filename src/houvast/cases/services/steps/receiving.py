"""Handing on: who is asked to take over, the aftercare with it, and what people see because of that."""

from collections.abc import Iterable
from datetime import date, datetime, time
from uuid import UUID

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import ASSIGNED
from houvast.cases.models import (
    AftercarePlan,
    CaseOrganisation,
    PhasePeriod,
    PulseCheck,
    ReceiverAnswer,
    ReceiverRequest,
)
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.receiving import (
    NOT_HERE,
    WATCHING,
    HandingOn,
    NewReceiver,
    has_aftercare,
    offers_receiver,
    problems_at_decision,
    receiving_functions,
)
from houvast.cases.services.steps.give_access import Cause, give_access, withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.directory.selectors import functions_of, organisation_of
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import AMSTERDAM, add_working_days, in_amsterdam
from houvast.vault.sealing import seal

CONTACT_PLACE = "cases_receiverrequest.contact"
REASON_PLACE = "cases_receiveranswer.reason"
WHAT_PLACE = "cases_aftercareplan.what"
SIGNS_PLACE = "cases_aftercareplan.signs"


def require_handed_on(loaded: LoadedCase, boundary: Boundary, new: HandingOn, *, now: datetime) -> None:
    """Raise `Invalid` when a decision over this boundary lacks a receiver or aftercare that it must have."""
    problems = problems_at_decision(new, boundary, in_amsterdam(now).date())
    if problems:
        raise Invalid(problems)
    if new.receiver is not None and offers_receiver(boundary):
        works_at(loaded, new.receiver, boundary.to_phase, now=now)


def works_at(loaded: LoadedCase, receiver: NewReceiver, phase: int, *, now: datetime) -> tuple[UUID, str]:
    """Give the organisation of a receiver and the function by which they may lead there ("" for around the case).

    Raises `Invalid` for anybody else, so that nobody sees a case because of a mistake in a list.
    """
    function = _function(loaded, receiver, phase, now)
    organisation_id = organisation_of(receiver.member_id) if receiver.member_id else receiver.organisation_id
    if organisation_id is None:
        raise Invalid({"receiver": NOT_HERE})
    around = CaseOrganisation.objects.filter(case=loaded.case, organisation_id=organisation_id, until__isnull=True)
    if not (function or around.exists()):
        raise Invalid({"receiver": NOT_HERE})
    return organisation_id, function


def _function(loaded: LoadedCase, receiver: NewReceiver, phase: int, now: datetime) -> str:
    if receiver.member_id is None:
        return ""
    held = functions_of(receiver.member_id, municipality_id=loaded.case.municipality_id, now=now)
    return min(held & receiving_functions(loaded.model, phase), default="")


def hand_on(loaded: LoadedCase, boundary: Boundary, new: HandingOn, *, now: datetime) -> None:
    """Write what a decision says of handing on, in the period that it began."""
    if has_aftercare(boundary) and new.check_on is not None:
        write_aftercare(loaded, new, new.check_on, now=now)
        _let_somebody_watch(loaded, now)
    if new.receiver is not None and offers_receiver(boundary):
        ask_receiver(loaded, new.receiver, now=now)


def _let_somebody_watch(loaded: LoadedCase, now: datetime) -> None:
    """Let who led the case look after it where nobody leads it after the step, as in phase 1: else nobody is asked."""
    if any(getattr(loaded.case, each.value).member_id for each in WATCHING):
        return
    led = {loaded.facts.holder(each) for each in ASSIGNED} - {None}
    members = [each for each in led if each is not None] or [loaded.viewer.member_id]
    let_look_again(loaded, loaded.case.phase_period, members, now=now)


def write_aftercare(loaded: LoadedCase, new: HandingOn, check_on: date, *, now: datetime) -> AftercarePlan:
    """Write the aftercare of the period that the case is in now."""
    row_id = new_id()

    def sealed(text: str, place: str) -> bytes:
        return seal(loaded.case.key, text.strip(), place=f"{place}:{row_id}")

    plan = AftercarePlan(
        id=row_id,
        period=loaded.case.phase_period,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        what_sealed=sealed(new.what, WHAT_PLACE),
        signs_sealed=sealed(new.signs, SIGNS_PLACE),
        check_on=check_on,
        made_by_id=loaded.viewer.member_id,
        made_at=now,
    )
    plan.save(force_insert=True)
    return plan


def ask_receiver(
    loaded: LoadedCase,
    receiver: NewReceiver,
    *,
    now: datetime,
    until: datetime | None = None,
    row_id: UUID | None = None,
) -> ReceiverRequest:
    """Ask somebody to take over in the period of now. Who names oneself says yes with it.

    `until` ends what they see of a closed case; in an open one that ends with the aftercare or the period.
    """
    period = loaded.case.phase_period
    organisation_id, function = works_at(loaded, receiver, period.phase, now=now)
    row_id = row_id or new_id()
    contact = "" if receiver.member_id else receiver.contact
    asked = ReceiverRequest(
        id=row_id,
        period=period,
        case=loaded.case,
        municipality_id=loaded.case.municipality_id,
        number=1 + ReceiverRequest.objects.filter(period=period).count(),
        organisation_id=organisation_id,
        member_id=receiver.member_id,
        contact_sealed=seal(loaded.case.key, contact.strip(), place=f"{CONTACT_PLACE}:{row_id}"),
        function=function,
        asked_by_id=loaded.viewer.member_id,
        asked_at=now,
        accept_before=add_working_days(now, loaded.model.hand_over.accept_within_working_days),
    )
    asked.save(force_insert=True)
    if receiver.member_id is not None:
        loaded.acting.details["receives"] = str(receiver.member_id)
    let_receive(loaded, asked, now=now, until=until)
    if receiver.member_id == loaded.viewer.member_id:
        write_answer(loaded, asked, ReceiverAnswer.Outcome.ACCEPTED, now=now)
    return asked


def let_receive(loaded: LoadedCase, asked: ReceiverRequest, *, now: datetime, until: datetime | None) -> None:
    """Let a receiver see the band and the aftercare."""
    members = [] if asked.member_id is None else [asked.member_id]
    cause, phase = Cause("receiver_request", asked.id, "receives"), loaded.case.phase_period.phase
    give_access(loaded.case, Relation.RECEIVER, cause, now=now, phase=phase, member_ids=members, until=until)


def write_answer(
    loaded: LoadedCase,
    asked: ReceiverRequest,
    outcome: ReceiverAnswer.Outcome,
    *,
    now: datetime,
    reason: str = "",
    channel: str = "",
    given_on: date | None = None,
) -> None:
    """Write the answer to a question; who did not take it over sees the case no longer because of it."""
    row_id = new_id()
    ReceiverAnswer(
        id=row_id,
        question=asked,
        outcome=outcome,
        reason_sealed=seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{row_id}"),
        channel=channel.strip(),
        given_on=given_on or in_amsterdam(now).date(),
        answered_by_id=loaded.viewer.member_id,
        answered_at=now,
    ).save(force_insert=True)
    if outcome != ReceiverAnswer.Outcome.ACCEPTED:
        withdraw_access([asked.id], now=now)


def end_receiving(case_id: UUID, *, now: datetime) -> None:
    """Withdraw what people saw because they received the case: it moves on, or the aftercare is over."""
    withdraw_access(ReceiverRequest.objects.filter(case_id=case_id).values_list("id", flat=True), now=now)


def let_look_again(
    loaded: LoadedCase, period: PhasePeriod, members: Iterable[UUID], *, now: datetime, until: datetime | None = None
) -> None:
    """Let who led the case see it until somebody said that it goes well (`until`), or the case moves.

    Who led it does so when it is closed, and where nobody of those who lead is asked after going down. A day that
    passes ends nothing: nobody else would be asked.
    """
    cause = Cause("aftercare", period.id, "aftercare")
    give_access(
        loaded.case, Relation.AFTERCARE, cause, now=now, phase=period.phase, member_ids=sorted(members), until=until
    )


def next_day(plan: AftercarePlan) -> date:
    """Give the day on which somebody is asked how it goes: by the newest check that named one, else by the plan."""
    later = PulseCheck.objects.filter(aftercare=plan, check_on__isnull=False).order_by("-number").first()
    return plan.check_on if later is None or later.check_on is None else later.check_on


def sight_ends(model: Model, check_on: date) -> datetime:
    """Give until when people see a closed case after a day: as long after it as a hand-over may take."""
    day = datetime.combine(check_on, time(12), AMSTERDAM)
    return add_working_days(day, model.hand_over.accept_within_working_days)
