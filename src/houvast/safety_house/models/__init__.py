"""The tables of referrals to a safety house and of its files."""

from houvast.safety_house.models.criteria import AdmissionCriterion
from houvast.safety_house.models.files import FileAccess, FileNote, HouseFile
from houvast.safety_house.models.referrals import (
    LookBack,
    Referral,
    ReferralAnswer,
    ReferralPiece,
    ReferralReturn,
)

__all__ = [
    "AdmissionCriterion",
    "FileAccess",
    "FileNote",
    "HouseFile",
    "LookBack",
    "Referral",
    "ReferralAnswer",
    "ReferralPiece",
    "ReferralReturn",
]
