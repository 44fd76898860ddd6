"""Answer as a receiver: take it over, or say why not; or record what somebody outside Houvast said."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events, policy, scopes
from houvast.cases.models import ReceiverAnswer
from houvast.cases.rules.receiving import NewAnswer, answer_problems
from houvast.cases.services.steps.load_case import acting_on_row
from houvast.cases.services.steps.receiving import write_answer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam


def answer_receiver(*, actor: Actor, now: datetime, request_id: UUID, new: NewAnswer) -> None:
    """Take over or refuse. A late answer still counts while nobody else was named and the case is where it was.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it was answered or the case moved on.
    """
    with acting_on_row(events.RECEIVER_ANSWERED, scopes.receiver_requests, request_id, actor=actor, now=now) as found:
        loaded, asked = found
        looks_after = scopes.looked_after(loaded.viewer, now=now).filter(case_id=loaded.case.id).exists()
        verdict = policy.may_answer_receiver(
            loaded.viewer, loaded.facts, asked_member=asked.member_id, looks_after=looks_after
        )
        loaded.permit(verdict)
        if ReceiverAnswer.objects.filter(question=asked).exists():
            raise Conflict("Op deze vraag is al geantwoord.")
        if loaded.case.phase_period_id != asked.period_id:
            raise Conflict("De casus is intussen verder. Deze vraag is niet meer geldig.")
        outside, today = asked.member_id is None, in_amsterdam(now).date()
        problems = answer_problems(new, outside=outside, today=today)
        if problems:
            raise Invalid(problems)
        outcome = ReceiverAnswer.Outcome.ACCEPTED if new.accepts else ReceiverAnswer.Outcome.REFUSED
        write_answer(
            loaded,
            asked,
            outcome,
            now=now,
            reason="" if new.accepts else new.reason,
            channel=new.channel if outside else "",
            given_on=new.given_on if outside else today,
        )
        loaded.about("receiver_request", asked.id, outcome=outcome.value, outside=outside)
