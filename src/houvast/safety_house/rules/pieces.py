"""What a referral may disclose, and which part of the case somebody must see to disclose it or to read it back."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from houvast.cases.rules.matrix import Part


class PieceKind(StrEnum):
    """The pieces of which a disclosure is made."""

    SITUATION = "situation"
    PERSONS = "persons"
    PLAN = "plan"
    ORGANISATIONS = "organisations"
    CARE = "care"
    JUSTICE = "justice"


PARTS: Mapping[PieceKind, frozenset[Part]] = MappingProxyType(
    {
        PieceKind.SITUATION: frozenset({Part.DECISIONS}),
        PieceKind.PERSONS: frozenset({Part.PEOPLE}),
        PieceKind.PLAN: frozenset({Part.PLAN}),
        PieceKind.ORGANISATIONS: frozenset({Part.ORGANISATIONS}),
        PieceKind.CARE: frozenset({Part.CARE_NOTES, Part.CARE_SUMMARY}),
        PieceKind.JUSTICE: frozenset({Part.JUSTICE_NOTES, Part.JUSTICE_SUMMARY}),
    }
)
SHARED_AS: Mapping[PieceKind, Part] = MappingProxyType(
    {
        PieceKind.SITUATION: Part.DECISIONS,
        PieceKind.PERSONS: Part.PEOPLE,
        PieceKind.PLAN: Part.PLAN,
        PieceKind.ORGANISATIONS: Part.ORGANISATIONS,
        PieceKind.CARE: Part.CARE_NOTES,
        PieceKind.JUSTICE: Part.JUSTICE_NOTES,
    }
)
"""As which part of the case a piece stands in the account of what was shared."""
SPECIAL = frozenset({PieceKind.CARE, PieceKind.JUSTICE})
"""Shared only when necessary for the interest or protection of somebody (ZVH Groningen, privacy statement)."""


def pieces_for(seen: Collection[Part]) -> tuple[PieceKind, ...]:
    """Give what somebody who sees these parts of a case may disclose, and may read back, in the order of the form."""
    return tuple(kind for kind in PieceKind if PARTS[kind] & set(seen))
