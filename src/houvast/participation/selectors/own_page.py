"""What somebody wished on their own page, and what was answered: for a higher room that judged who asks (ADR 0039)."""

from uuid import UUID

from houvast.participation import scopes
from houvast.participation.selectors.wishes import JOINS, MOST, WishLine, wish_line


def wished_by(participant_id: UUID) -> tuple[WishLine, ...]:
    """Give what one participant wished, the newest first; in one query."""
    rows = scopes.wishes_of(participant_id).select_related(*JOINS).order_by("-at", "-id")
    return tuple(wish_line(row) for row in rows[:MOST])
