"""The tables of sharing."""

from houvast.sharing.models.grounds import CovenantVersion, GroundVersion

__all__ = ["CovenantVersion", "GroundVersion"]
