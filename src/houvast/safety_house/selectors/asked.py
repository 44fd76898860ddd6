"""The case of a referral, also for who may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.safety_house.models import Referral


def case_of_referral(referral_id: UUID) -> UUID | None:
    """Give the case of a referral; None when there is no such referral."""
    return Referral.objects.filter(pk=referral_id).values_list("case_id", flat=True).first()
