"""Ask somebody to take a seat over. The old holder stays until the new one accepts."""

from datetime import datetime
from uuid import UUID

from houvast.ave.vocabulary import Responsibility
from houvast.cases import events, policy
from houvast.cases.models import HandOver
from houvast.cases.rules.matrix import Relation
from houvast.cases.rules.opening import Choice
from houvast.cases.services.assign_seat import place
from houvast.cases.services.steps.give_access import Cause, give_access
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.kernel.working_time import add_working_days
from houvast.vault.sealing import seal

REASON_PLACE = "cases_handover.reason"


def ask_hand_over(
    *, actor: Actor, now: datetime, case_id: UUID, responsibility: Responsibility, to_member: UUID, reason: str
) -> UUID:
    """Ask a member to take a seat; gives the id of the question. The term comes from the model.

    Raises `NotVisible`, `Refused`, or `Invalid` when the model does not let them hold it or a question is still open.
    """
    with acting_on_case(events.HAND_OVER_ASKED, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(policy.may_hand_over(loaded.viewer, loaded.facts, responsibility))
        becomes = place(loaded, responsibility, Choice(member_id=to_member), now=now)
        if to_member == loaded.facts.holder(responsibility):
            raise Invalid({"holder": "Deze persoon heeft deze verantwoordelijkheid al. Kies iemand anders."})
        if HandOver.objects.filter(seat=loaded.seat(responsibility), answer__isnull=True).exists():
            raise Invalid({"holder": "Er wacht al iemand op antwoord. Trek die vraag eerst in."})
        asked = HandOver(
            id=new_id(),
            case=loaded.case,
            municipality_id=loaded.case.municipality_id,
            seat=loaded.seat(responsibility),
            responsibility=responsibility,
            to_member_id=to_member,
            function=becomes.function,
            asked_by_id=loaded.viewer.member_id,
            asked_at=now,
            accept_before=add_working_days(now, loaded.model.hand_over.accept_within_working_days),
        )
        asked.reason_sealed = seal(loaded.case.key, reason.strip(), place=f"{REASON_PLACE}:{asked.id}")
        asked.save(force_insert=True)
        cause = Cause("hand_over", asked.id, "asked_for_seat")
        give_access(loaded.case, Relation.ASKED_FOR_SEAT, cause, now=now, phase=loaded.phase, member_ids=[to_member])
        loaded.about("hand_over", asked.id, responsibility=responsibility.value, member=str(to_member))
        return asked.id
