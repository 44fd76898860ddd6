"""Set for how long a municipality shares and records consent. The earlier version stays."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.sharing import events
from houvast.sharing.models import SharingTerm
from houvast.sharing.rules.terms import SharingTerms, terms_problems
from houvast.sharing.selectors.grounds import terms_of
from houvast.sharing.services.steps.setting import permitted, write_version


def set_terms(*, actor: Actor, now: datetime, municipality_id: UUID, terms: SharingTerms) -> None:
    """Set them; `terms.number` is that of what was seen. What was shared keeps the last day that it has.

    Raises `Refused`, `Invalid`, or `Conflict` when somebody else changed it in between.
    """
    with act(events.TERMS_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        viewer = permitted(acting, actor, municipality_id, now)
        problems = terms_problems(terms)
        if problems:
            raise Invalid(problems)
        row = SharingTerm(
            municipality_id=municipality_id,
            number=terms.number + 1,
            share_days=terms.share_days,
            consent_days=terms.consent_days,
            usual_days=terms.usual_days,
            set_by_id=viewer.member_id,
            set_at=now,
        )
        write_version(row, after=terms_of(municipality_id).number)
        acting.subject, acting.subject_id = "sharing_term", row.id
        acting.details = {"number": row.number, "share": terms.share_days, "consent": terms.consent_days}
