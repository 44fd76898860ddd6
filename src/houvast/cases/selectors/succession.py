"""Who has the function now by which somebody else still holds a seat."""

from datetime import datetime

from houvast.ave.vocabulary import Responsibility
from houvast.cases.rules.seats import successor
from houvast.cases.selectors.bands import FoundCase
from houvast.cases.services.steps.begin_period import candidates
from houvast.directory.selectors_log import who
from houvast.kernel.working_time import in_amsterdam


def successor_name(found: FoundCase, responsibility: Responsibility, *, now: datetime) -> str:
    """Give the name of who has a seat that fills itself by the model now; "" when it is as it should be."""
    phase, today = found.facts.phase, in_amsterdam(now).date()
    available = candidates(found.band.municipality_id, found.model, phase, now=now)
    current = found.facts.seats[responsibility]
    becomes = successor(found.model.seat(phase, responsibility), current, available, today=today)
    if becomes is None or becomes.member_id is None:
        return ""
    return who([becomes.member_id])[becomes.member_id].name
