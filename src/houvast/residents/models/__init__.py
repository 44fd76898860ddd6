"""The tables of the register."""

from houvast.residents.models.households import Household, HouseholdMember, NetworkMember
from houvast.residents.models.network_turns import NetworkTurn
from houvast.residents.models.residents import FormerData, Resident
from houvast.residents.models.same_person import SamePerson
from houvast.residents.models.shields import Shield

__all__ = [
    "FormerData",
    "Household",
    "HouseholdMember",
    "NetworkMember",
    "NetworkTurn",
    "Resident",
    "SamePerson",
    "Shield",
]
