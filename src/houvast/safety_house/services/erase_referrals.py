"""Empty the open words of the referrals of a case that was erased."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.kernel.actor import Actor
from houvast.safety_house import events
from houvast.safety_house.models import Referral, ReferralAnswer, ReferralReturn


def erase_referrals(*, actor: Actor, now: datetime, case_id: UUID) -> None:
    """Empty what stands in the open; the rest was sealed under the key of the case, which is gone. Safe to repeat."""
    with act(events.REFERRALS_ERASED, actor=actor, now=now, case=case_id) as acting:
        rows = Referral.objects.filter(case_id=case_id)
        acting.municipality = rows.values_list("municipality_id", flat=True).first()
        acting.details["rows"] = rows.update(legal_ground="-")
        ReferralAnswer.objects.filter(case_id=case_id).update(channel="")
        ReferralReturn.objects.filter(case_id=case_id).update(channel="")
