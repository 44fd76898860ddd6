"""Name who takes a case over, when nobody does: the first did not want to, did not answer, or has gone."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import AftercarePlan, PhasePeriod, ReceiverAnswer, ReceiverRequest
from houvast.cases.rules.receiving import NO_RECEIVER, NewReceiver, receiver_problems
from houvast.cases.services.steps.give_access import withdraw_access
from houvast.cases.services.steps.load_case import LoadedCase, acting_on_case
from houvast.cases.services.steps.receiving import ask_receiver, next_day, sight_ends, write_answer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid


def name_receiver(
    *,
    actor: Actor,
    now: datetime,
    case_id: UUID,
    receiver: NewReceiver | None,
    seen_period: UUID | None = None,
    request_id: UUID | None = None,
) -> UUID:
    """Ask somebody to take over in the present phase; gives the id of the question.

    A question that waits is taken back with it. `request_id` is the id that the page gave it, so that pressing twice
    asks once. Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with acting_on_case(
        events.RECEIVER_NAMED, actor=actor, now=now, case_id=case_id, seen_period=seen_period
    ) as loaded:
        looks_after = scopes.looked_after(loaded.viewer, now=now).filter(case_id=case_id).exists()
        loaded.permit(policy.may_name_receiver(loaded.viewer, loaded.facts, looks_after=looks_after))
        problems = {"receiver": NO_RECEIVER} if receiver is None else receiver_problems(receiver)
        if receiver is None or problems:
            raise Invalid(problems)
        if request_id is not None and ReceiverRequest.objects.filter(pk=request_id).exists():
            raise Conflict("Dit is al gevraagd. De vraag staat bij de casus.")
        _end_former(loaded, now)
        until = _until(loaded, loaded.case.phase_period)
        asked = ask_receiver(loaded, receiver, now=now, until=until, row_id=request_id)
        loaded.about("receiver_request", asked.id, outside=receiver.member_id is None, number=asked.number)
        return asked.id


def _end_former(loaded: LoadedCase, now: datetime) -> None:
    """Take back what nobody answered, and end what the former receiver saw: the newest counts."""
    for asked in ReceiverRequest.objects.filter(period=loaded.case.phase_period).select_related("answer"):
        if getattr(asked, "answer", None) is None:
            write_answer(loaded, asked, ReceiverAnswer.Outcome.WITHDRAWN, now=now)
        withdraw_access([asked.id], now=now)


def _until(loaded: LoadedCase, period: PhasePeriod) -> datetime | None:
    plan = AftercarePlan.objects.filter(period=period).first()
    if plan is None or not loaded.facts.is_closed:
        return None
    return sight_ends(loaded.model, next_day(plan))
