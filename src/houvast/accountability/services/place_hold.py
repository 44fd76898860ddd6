"""Hold something: it is not destroyed until somebody looks again and lets it go."""

from datetime import date, datetime
from uuid import UUID

from houvast.accountability import events, policy
from houvast.accountability.models import LegalHold
from houvast.accountability.rules.retention import UnitKind
from houvast.accountability.services.steps.loading import facts_of, hold_still, load_unit, load_viewer, permit
from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.kernel.working_time import in_amsterdam


def place_hold(
    *, actor: Actor, now: datetime, kind: UnitKind, unit_id: UUID, reason: str, review_on: date | None
) -> UUID:
    """Hold it; gives the id of the hold. Raises `NotVisible`, `Refused`, `Invalid`, or `Conflict` when it is held."""
    with act(events.HOLD_PLACED, actor=actor, now=now) as acting:
        viewer, municipality_id = load_viewer(acting, actor, now)
        permit(acting, policy.may_see_retention(viewer))
        hold_still(municipality_id, kind, unit_id)
        unit = load_unit(acting, municipality_id, kind, unit_id)
        problems = {}
        if reason not in LegalHold.Reason.values:
            problems["reason"] = "Kies waarom dit moet blijven."
        if review_on is None or review_on <= in_amsterdam(now).date():
            problems["review_on"] = "Vul een dag in die nog komt. Dan kijkt iemand opnieuw."
        if problems or review_on is None:
            raise Invalid(problems)
        if facts_of(unit, now).held:
            raise Conflict("Dit wordt al vastgehouden.")
        hold = LegalHold(
            municipality_id=municipality_id,
            unit=kind.value,
            unit_id=unit_id,
            reason=reason,
            review_on=review_on,
            placed_by_id=viewer.member_id,
            placed_at=now,
        )
        hold.save(force_insert=True)
        acting.details.update({"reason": reason, "review_on": review_on.isoformat()})
        return hold.id
