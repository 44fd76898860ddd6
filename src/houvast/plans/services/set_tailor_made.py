"""Set an amount of a municipality for tailor-made help: until which a case director decides alone, or a budget."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.kernel.working_time import in_amsterdam
from houvast.plans import events, policy
from houvast.plans.models import TailorMadeSetting
from houvast.plans.rules.tailor_made import Setting, setting_problems
from houvast.plans.selectors.tailor_settings import newest

_CHANGED = "Iemand anders wijzigde dit bedrag net. Kijk opnieuw wat er nu staat."


def set_tailor_made(*, actor: Actor, now: datetime, municipality_id: UUID, setting: Setting) -> None:
    """Set it as a new version; `setting.number` is that of the version that was seen.

    What was decided before keeps the amount of its moment. Raises `Refused`, `Invalid`, or `Conflict` when somebody
    else changed it meanwhile.
    """
    with act(events.TAILOR_MADE_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        manager = None if actor.kind is ActorKind.SYSTEM else viewer_of(actor, now=now)
        verdict = policy.may_set_areas(manager, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        problems = setting_problems(setting, in_amsterdam(now).year)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        if newest(municipality_id, setting.kind, setting.year).number != setting.number:
            raise Conflict(_CHANGED)
        row = TailorMadeSetting(
            municipality_id=municipality_id,
            kind=setting.kind.value,
            year=setting.year,
            number=setting.number + 1,
            cents=setting.cents,
            set_by_id=actor.member_id,
            set_at=now,
        )
        row.save(force_insert=True)
        acting.subject, acting.subject_id, acting.ground = "tailor_made_setting", row.id, verdict.ground
        acting.details = {"kind": row.kind, "year": row.year, "number": row.number, "cents": row.cents}
