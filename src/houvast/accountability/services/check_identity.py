"""Record how it was made sure who asks; then a house that keeps a file on this person is asked too.

From then on a correction that is asked, or an objection, stands beside each case in the resident's own words; sharing
is restricted while an objection is weighed (AVG art. 18).
"""

from datetime import datetime
from uuid import UUID

from houvast.accountability import events
from houvast.accountability.rules.requests import Asker, IdentityWay, RequestKind, RequestStep
from houvast.accountability.selectors.gathering import houses_about
from houvast.accountability.services.steps.requesting import load_request, write_turn
from houvast.audit.services.act import act
from houvast.cases.models import Statement
from houvast.cases.services.put_statement import NewStatement, put_statement
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid

_SAID = {
    RequestKind.CORRECTION: Statement.Kind.CORRECTION,
    RequestKind.OBJECTION: Statement.Kind.OBJECTION,
}
_ALREADY = "Dit is al gecontroleerd."
_MANDATE = "Wie voor een ander vraagt, laat een machtiging of bewijs van gezag zien."


def check_identity(*, actor: Actor, now: datetime, request_id: UUID, how: IdentityWay) -> None:
    """Record it, and put the request before each house that keeps a file: all are responsible (BGS art. 1.1).

    Raises `NotVisible`, `Refused`, `Invalid` or `Conflict`.
    """
    with act(events.REQUEST_IDENTIFIED, actor=actor, now=now) as acting:
        viewer, row, view = load_request(acting, actor, now, request_id)
        if view.standing.is_identified:
            raise Conflict(_ALREADY)
        if view.asker is not Asker.RESIDENT and how is not IdentityWay.SAW_MANDATE:
            raise Invalid({"how": _MANDATE})
        write_turn(row, viewer, now, RequestStep.IDENTIFIED, how=how)
        houses = houses_about(row.resident_id, row.municipality_id) if row.resident_id else ()
        for house in houses:
            write_turn(row, viewer, now, RequestStep.PUT_BEFORE, house=house.id)
        kind = _SAID.get(view.line.kind)
        if row.resident_id and kind:
            put_statement(
                actor=actor,
                now=now,
                municipality_id=row.municipality_id,
                resident_id=row.resident_id,
                new=NewStatement(kind, Statement.About.PEOPLE, view.content.words, row.id),
            )
        acting.details.update({"how": how.value, "houses": [str(house.id) for house in houses]})
