"""How somebody who says something on their own page is named beside their words. Pure."""

from houvast.kernel.terms import word_for
from houvast.participation.rules.taking_part import Capacity, ParticipantKind


def named(kind: ParticipantKind, name: str, about: str, *, capacity: Capacity | None = None, relation: str = "") -> str:
    """Name who says it: the resident by their name, and others with what they are to the resident."""
    if kind is ParticipantKind.SELF:
        return name
    what = word_for(capacity) if capacity else relation.partition(",")[0].strip().lower()
    return f"{name}, {what or 'iemand'} van {about}"
