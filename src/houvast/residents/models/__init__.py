"""The tables of the register."""

from houvast.residents.models.households import Household, HouseholdMember, NetworkMember
from houvast.residents.models.residents import Resident

__all__ = ["Household", "HouseholdMember", "NetworkMember", "Resident"]
