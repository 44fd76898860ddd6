"""The tables of sharing."""

from houvast.sharing.models.disclosures import Consent, ConsentEnd, Disclosure, DisclosureTurn
from houvast.sharing.models.grounds import CovenantVersion, GroundVersion, SharingTerm
from houvast.sharing.models.known import KnownJudgement, KnownQuestion

__all__ = [
    "Consent",
    "ConsentEnd",
    "CovenantVersion",
    "Disclosure",
    "DisclosureTurn",
    "GroundVersion",
    "KnownJudgement",
    "KnownQuestion",
    "SharingTerm",
]
