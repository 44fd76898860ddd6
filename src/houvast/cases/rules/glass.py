"""Breaking the glass: for how long, and who says afterwards whether it was right."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

USUAL_GLASS_HOURS = 24
"""How long who broke the glass sees a case. *Verzonnen*: a night and the working day after it."""
MOST_GLASS_HOURS = 72
"""The longest that a municipality can set. *Verzonnen*: a weekend; after that somebody can be reached."""


def ends_at(now: datetime, hours: int) -> datetime:
    """Give when sight by breaking the glass ends."""
    return now + timedelta(hours=min(hours, MOST_GLASS_HOURS))


def judges(holders: Collection[UUID | None], broken_by: UUID) -> frozenset[UUID]:
    """Give who may judge, of those who have case and process direction now: never who did it.

    Nobody of them is left when it is empty; then the privacy officer judges.
    """
    return frozenset(each for each in holders if each is not None and each != broken_by)
