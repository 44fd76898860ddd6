"""How a referral to a safety house stands, in words: for the case page and for the page of the referrals."""

from collections.abc import Sequence
from datetime import datetime

from houvast.desk.rules.work import term
from houvast.desk.selectors.safety_house_work import came_back
from houvast.kernel.terms import word_for
from houvast.safety_house.rules.content import ReferralStanding
from houvast.safety_house.selectors.referrals import ReferralMark


def referral_status(mark: ReferralMark, now: datetime) -> str:
    """Say how a referral stands: "wacht op antwoord, nog 8 werkdagen"."""
    if mark.standing is ReferralStanding.RETURNED:
        return came_back(mark)
    left = f", {term(mark.answer_before, now)[0]}" if mark.standing is ReferralStanding.ASKED else ""
    return f"{word_for(mark.standing)}{left}"


def referral_headline(mark: ReferralMark, now: datetime) -> str:
    """Say at which house and how: "ZVH Groningen: wacht op antwoord, nog 8 werkdagen"."""
    status = referral_status(mark, now)
    return status if mark.standing is ReferralStanding.RETURNED else f"{mark.house}: {status}"


def times_back(marks: Sequence[ReferralMark]) -> str:
    """Say how often a case came back from a safety house; "" for never."""
    times = max((mark.returns for mark in marks), default=0)
    return f"{times} keer terug van het Zorg- en Veiligheidshuis" if times else ""
