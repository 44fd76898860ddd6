"""Certify and destroy: in the ledger first, so that nothing goes of which nobody knows."""

from datetime import datetime
from uuid import UUID

from houvast.accountability.ledger import add_to_ledger
from houvast.accountability.models import Destruction
from houvast.accountability.policy import UnitFacts
from houvast.accountability.rules.certificate import clock_line, to_line
from houvast.accountability.selectors.certificates import content_of
from houvast.accountability.selectors.units import Unit, along_with
from houvast.accountability.services.steps.erasing import erase
from houvast.accountability.services.steps.loading import facts_of
from houvast.audit.services.act import Act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Refused
from houvast.kernel.verdict import refuse

_CHANGED = refuse("changed", "Dit is niet vernietigd: het wordt vastgehouden, of er loopt weer een termijn.")


def certify(
    acting: Act,
    unit: Unit,
    municipality_id: UUID,
    by: tuple[UUID | None, UUID | None],
    *,
    actor: Actor,
    now: datetime,
) -> UUID:
    """Destroy a unit, and give the id of its certificate. `by` is who proposed it and who approved it.

    Raises `Refused` when it is held or not due any more.
    """
    found: UnitFacts = facts_of(unit, now)
    if found.held or not found.due:
        raise Refused(_CHANGED)
    certificate = Destruction(
        municipality_id=municipality_id,
        unit=unit.kind.value,
        unit_id=unit.id,
        code=unit.code,
        also=along_with(unit.kind, unit.id),
        clocks=[clock_line(each) for each in unit.clocks],
        proposed_by_id=by[0],
        approved_by_id=by[1],
        destroyed_at=now,
    )
    add_to_ledger(to_line(content_of(certificate)))
    certificate.save(force_insert=True)
    erase(certificate, actor=actor, now=now)
    acting.details["certificate"] = str(certificate.id)
    return certificate.id
