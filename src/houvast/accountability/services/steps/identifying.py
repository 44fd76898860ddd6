"""What follows when it is sure who asks: each house with a file is asked too, and words stand beside each case."""

from datetime import datetime

from houvast.accountability.models import RightsRequest
from houvast.accountability.rules.requests import IdentityWay, RequestKind, RequestStep
from houvast.accountability.selectors.gathering import houses_about
from houvast.accountability.services.steps.requesting import write_turn
from houvast.cases.models import Statement
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor

_SAID = {
    RequestKind.CORRECTION: Statement.Kind.CORRECTION,
    RequestKind.OBJECTION: Statement.Kind.OBJECTION,
}


def identify(
    row: RightsRequest, words: str, how: IdentityWay, *, actor: Actor, viewer: Viewer | None, now: datetime
) -> list[str]:
    """Write how it is sure who asks, and what follows; gives the houses. `viewer` is None when the sign-in says it."""
    write_turn(row, viewer, now, RequestStep.IDENTIFIED, how=how)
    houses = houses_about(row.resident_id, row.municipality_id) if row.resident_id else ()
    for house in houses:
        write_turn(row, viewer, now, RequestStep.PUT_BEFORE, house=house.id)
    kind = _SAID.get(RequestKind(row.kind))
    if row.resident_id and kind:
        put_statement(
            actor=actor,
            now=now,
            municipality_id=row.municipality_id,
            resident_id=row.resident_id,
            new=NewStatement(kind, Statement.About.PEOPLE, words, row.id),
        )
    return [str(house.id) for house in houses]
