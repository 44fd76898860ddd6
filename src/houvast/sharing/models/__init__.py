"""The tables of sharing."""

from houvast.sharing.models.disclosures import Consent, ConsentEnd, Disclosure, DisclosureTurn
from houvast.sharing.models.grounds import CovenantVersion, GroundVersion, SharingTerm

__all__ = ["Consent", "ConsentEnd", "CovenantVersion", "Disclosure", "DisclosureTurn", "GroundVersion", "SharingTerm"]
