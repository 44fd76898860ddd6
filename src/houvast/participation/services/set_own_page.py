"""Set what own pages say in a municipality, as a new version."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.directory.selectors import viewer_of
from houvast.directory.selectors_municipalities import hold_municipality
from houvast.kernel.actor import Actor, ActorKind
from houvast.kernel.errors import Conflict, Invalid, Refused
from houvast.participation import events, policy
from houvast.participation.models import OwnPageSetting
from houvast.participation.rules.settings import OwnPageFacts, setting_problems
from houvast.participation.selectors.settings import own_page_facts

_CHANGED = "Iemand anders wijzigde dit net. Kijk opnieuw wat er nu staat."


def set_own_page(*, actor: Actor, now: datetime, municipality_id: UUID, facts: OwnPageFacts) -> None:
    """Set it; `facts.number` is that of the version that was seen.

    Raises `Refused`, `Invalid`, or `Conflict` when somebody else changed it meanwhile.
    """
    with act(events.OWN_PAGE_SET, actor=actor, now=now, municipality=municipality_id) as acting:
        manager = None if actor.kind is ActorKind.SYSTEM else viewer_of(actor, now=now)
        verdict = policy.may_set(manager, municipality_id)
        if not verdict.allowed:
            raise Refused(verdict)
        problems = setting_problems(facts)
        if problems:
            raise Invalid(problems)
        hold_municipality(municipality_id)
        if own_page_facts(municipality_id).number != facts.number:
            raise Conflict(_CHANGED)
        row = OwnPageSetting(
            municipality_id=municipality_id,
            number=facts.number + 1,
            supporter_name=facts.supporter_name.strip(),
            supporter_organisation=facts.supporter_organisation.strip(),
            supporter_phone=facts.supporter_phone.strip(),
            complaint_at=facts.complaint_at.strip(),
            complaint_phone=facts.complaint_phone.strip(),
            both_from=facts.ages.both_from,
            alone_from=facts.ages.alone_from,
            set_by_id=actor.member_id,
            set_at=now,
        )
        row.save(force_insert=True)
        acting.subject, acting.subject_id, acting.ground = "own_page_setting", row.id, verdict.ground
        acting.details = {"number": row.number, "both_from": row.both_from, "alone_from": row.alone_from}
