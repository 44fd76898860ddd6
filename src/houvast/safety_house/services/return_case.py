"""Send a case back to the municipality, with what the house expects now, and what goes along piece by piece."""

from datetime import datetime
from uuid import UUID

from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.working_time import in_amsterdam
from houvast.safety_house import events, policy
from houvast.safety_house.models import FileAccess
from houvast.safety_house.rules.content import ReturnContent, return_account_problems, return_problems
from houvast.safety_house.services.steps.crossing import Said, account_for_return, write_return
from houvast.safety_house.services.steps.load_file import acting_on_file


def return_case(*, actor: Actor, now: datetime, file_id: UUID, content: ReturnContent) -> UUID:
    """Send it back; gives the id. Participants see the file no more. Raises `NotVisible`, `Refused` or `Invalid`."""
    with acting_on_file(events.RETURNED, file_id, actor=actor, now=now) as loaded:
        loaded.permit(policy.may_direct(loaded.viewer, loaded.facts))
        today = in_amsterdam(now).date()
        problems = {**return_problems(content), **return_account_problems(content, today)}
        if problems:
            raise Invalid(problems)
        file = loaded.file
        said = Said(loaded.viewer.member_id, now, today, key=file.key)
        return_id = write_return(file.referral, content, said)
        account_for_return(file.referral, content, said, actor)
        others = FileAccess.objects.filter(file=file, withdrawn_at__isnull=True)
        others.exclude(relation=FileAccess.Relation.DIRECTOR).update(withdrawn_at=now)
        loaded.crosses()
        loaded.about("referral", file.referral_id)
        return return_id
