"""Let somebody look after a case that everybody who led it has left: so that somebody is asked how it goes."""

from datetime import datetime
from uuid import UUID

from houvast.cases import events
from houvast.cases.policy_aftercare import may_take_up_aftercare
from houvast.cases.rules.receiving import receiving_functions
from houvast.cases.scopes_left import aftercare_left_behind
from houvast.cases.services.steps.load_case import acting_on_case
from houvast.cases.services.steps.receiving import let_look_again
from houvast.directory.selectors import possible_holders
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

TAKEN = "Iemand kijkt al naar deze casus om, of er is niets meer te vragen."
NOBODY = "Kies wie gaat vragen hoe het gaat: iemand die een casus of een proces mag leiden."


def take_up_aftercare(*, actor: Actor, now: datetime, case_id: UUID, member_id: UUID | None) -> None:
    """Make a member responsible for asking how it goes: they see the case as who led it did.

    Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when somebody looks after it already.
    """
    with acting_on_case(events.AFTERCARE_TAKEN_UP, actor=actor, now=now, case_id=case_id) as loaded:
        loaded.permit(may_take_up_aftercare(loaded.viewer, loaded.facts, loaded.model))
        plan = aftercare_left_behind(loaded.viewer, now=now).filter(case_id=case_id).first()
        if plan is None:
            raise Conflict(TAKEN)
        functions = sorted(receiving_functions(loaded.model, loaded.phase))
        people = possible_holders(loaded.case.municipality_id, functions, now=now)
        if member_id is None or member_id not in {each.id for each in people}:
            raise Invalid({"who": NOBODY})
        let_look_again(loaded, loaded.case.phase_period, [member_id], now=now)
        loaded.acting.details["member"] = str(member_id)
        loaded.about("aftercare", plan.id)
