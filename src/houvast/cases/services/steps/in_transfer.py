"""Who may get the process direction while a step waits for its decision: whom the model names for that time."""

from collections.abc import Collection
from datetime import datetime

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.scaling import may_direct_during
from houvast.cases.services.steps.load_case import LoadedCase
from houvast.cases.services.steps.proposing import undecided
from houvast.directory.selectors import possible_holders
from houvast.kernel.errors import Invalid


def require_owner(
    loaded: LoadedCase, responsibility: Responsibility, functions: Collection[str], *, now: datetime
) -> None:
    """Raise `Invalid` when the process direction would go to another than the model names for a step that waits.

    In Groningen nobody could say who had it between phase 3 and 4 (inventory of 2023): so it does not change hands to
    whoever comes along before there is a decision. Where nobody has that function it may.
    """
    if responsibility is not Responsibility.PROCESS_DIRECTION:
        return
    proposal = undecided(loaded.case.id)
    boundary = None if proposal is None else loaded.model.boundary(proposal.from_phase, proposal.to_phase)
    if boundary is None or may_direct_during(boundary, functions):
        return
    named = boundary.process_direction_during
    if possible_holders(loaded.case.municipality_id, [named], now=now):
        who = loaded.model.functions[named].name
        text = (
            f"Er wacht een voorstel om naar AVE {boundary.to_phase} te gaan. Tot het besluit noemt het AVE-model van "
            f"uw gemeente voor de procesregie: {who}. Kies zo iemand, of wacht op het besluit."
        )
        raise Invalid({"holder": text})
