"""What a decision agreed on handing on, and what came of it: for who may see the aftercare of the case."""

from collections.abc import Iterator
from datetime import datetime

from houvast.cases.selectors.receiving import receiving
from houvast.cases.selectors.scalings import Scaling
from houvast.directory.viewer import Viewer
from houvast.web.scaling import wording
from houvast.web.scaling.pulse import went
from houvast.web.scaling.receiving import plan_facts, said_of


def handed_on(viewer: Viewer, scaling: Scaling, now: datetime) -> Iterator[tuple[str, str]]:
    """Give who was named and what they said, the aftercare, its signs and its day, and how it went since."""
    if not scaling.decisions:
        return
    receiver, plan = receiving(viewer, scaling.found.band.case_id, now=now).after(scaling.proposal.id)
    if receiver is not None:
        yield "Gevraagd", said_of(receiver)
    yield from plan_facts(plan, now)
    if plan is None:
        return
    for check in plan.checks:
        yield "Hoe het ging", went(check, now)
    if plan.checks and plan.day is not None:
        yield "Opnieuw vragen", wording.day(plan.day, now)
