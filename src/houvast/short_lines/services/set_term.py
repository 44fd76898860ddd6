"""Set a term of a municipality for its short lines."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, Invalid
from houvast.short_lines import events, policy
from houvast.short_lines.models import LineSetting
from houvast.short_lines.rules.terms import Setting, setting_problems
from houvast.short_lines.selectors.settings import newest
from houvast.short_lines.services.steps.loading import permit

_CHANGED = "Iemand anders wijzigde deze termijn net. Kijk opnieuw wat er nu staat."


def set_term(*, actor: Actor, now: datetime, municipality_id: UUID, setting: Setting) -> None:
    """Set it as a new version; `setting.number` is that of the version that was seen.

    Raises `Refused`, `Invalid`, or `Conflict` when somebody else changed it meanwhile.
    """
    with act(events.TERM_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = viewer_of(actor, now=now)
        permit(acting, policy.may_set_terms(viewer, municipality_id))
        problems = setting_problems(setting)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        if newest(municipality_id, setting.term).number != setting.number:
            raise Conflict(_CHANGED)
        row = LineSetting(
            municipality_id=municipality_id,
            kind=setting.term.value,
            number=setting.number + 1,
            days=setting.days,
            set_by_id=viewer.member_id,
            set_at=now,
        )
        row.save(force_insert=True)
        acting.subject, acting.subject_id = "line_setting", row.id
        acting.details = {"kind": row.kind, "number": row.number, "days": row.days}
