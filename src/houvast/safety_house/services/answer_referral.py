"""Answer a referral as the house: accepted with what it will and will not do, refused with the reason, or advice."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileAccess
from houvast.safety_house.rules.content import AnswerContent, ReferralOutcome, answer_problems
from houvast.safety_house.services.steps.crossing import Said, account_for_answer, write_answer
from houvast.safety_house.services.steps.load_file import acting_on_file


def answer_referral(
    *, actor: Actor, now: datetime, file_id: UUID, outcome: ReferralOutcome, content: AnswerContent
) -> UUID:
    """Answer; gives the id. From now on who answered directs the file, and the house no longer sees it as a whole.

    Raises `NotVisible`, `Refused` (also when it was answered already), or `Invalid`.
    """
    with acting_on_file(events.ANSWERED, file_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_answer(loaded.viewer, loaded.facts))
        problems = answer_problems(outcome, content)
        if problems:
            raise Invalid(problems)
        file, me = loaded.file, loaded.viewer.member_id
        said = Said(me, now, in_amsterdam(now).date(), key=file.key)
        answer_id = write_answer(file.referral, outcome, content, said)
        account_for_answer(file.referral, said, actor)
        FileAccess.objects.filter(file=file, withdrawn_at__isnull=True).update(withdrawn_at=now)
        FileAccess(
            file=file,
            member_id=me,
            relation=FileAccess.Relation.DIRECTOR,
            ground="answered",
            from_at=now,
            given_by_id=me,
        ).save(force_insert=True)
        loaded.crosses()
        loaded.about("referral", file.referral_id, outcome=outcome.value)
        return answer_id
