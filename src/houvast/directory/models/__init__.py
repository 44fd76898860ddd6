"""The tables of the directory."""

from houvast.directory.models.accounts import Account, Activation, FactorRepair
from houvast.directory.models.organisations import AdoptedModel, Municipality, Organisation, Team
from houvast.directory.models.people import Duo, Mandate, Member, MemberFunction, StandIn

__all__ = [
    "Account",
    "Activation",
    "AdoptedModel",
    "Duo",
    "FactorRepair",
    "Mandate",
    "Member",
    "MemberFunction",
    "Municipality",
    "Organisation",
    "StandIn",
    "Team",
]
