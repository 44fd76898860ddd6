"""Breaking the glass: for how long, and who says afterwards whether it was right."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from houvast.kernel.working_time import add_working_days

USUAL_GLASS_HOURS = 24
"""How long who broke the glass sees a case. *Verzonnen*: a night and the working day after it."""
MOST_GLASS_HOURS = 72
"""The longest that a municipality can set. *Verzonnen*: a weekend; after that somebody can be reached."""


JUDGED_WITHIN = 2
"""Within how many working days who leads the case says whether it was right; then another is asked. *Verzonnen*."""


def judge_before(at: datetime) -> datetime:
    """Give until when who leads the case says whether it was right, before the privacy officer is asked too."""
    return add_working_days(at, JUDGED_WITHIN)


def ends_at(now: datetime, hours: int) -> datetime:
    """Give when sight by breaking the glass ends."""
    return now + timedelta(hours=min(hours, MOST_GLASS_HOURS))


def judges(holders: Collection[UUID | None], broken_by: UUID) -> frozenset[UUID]:
    """Give who may judge, of those who have case and process direction now: never who did it.

    Nobody of them is left when it is empty; then the privacy officer judges.
    """
    return frozenset(each for each in holders if each is not None and each != broken_by)
