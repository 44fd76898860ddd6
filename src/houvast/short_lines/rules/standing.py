"""How a line stands: whether somebody answers, and whether it is time to look again."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from houvast.kernel.working_time import in_amsterdam
from houvast.short_lines.rules.contacts import ContactState


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """The newest contact of a line. `member_until` is when the member leaves, or left."""

    state: ContactState
    since: datetime
    until_on: date | None = None
    member_until: datetime | None = None


def vacant_since(contact: ContactFacts, now: datetime) -> date | None:
    """Give since which day nobody answers; None while somebody does.

    A member who left and a last day that is over leave the line vacant by themselves: nobody has to notice it first.
    """
    today = in_amsterdam(now).date()
    if contact.state is ContactState.VACANT:
        return in_amsterdam(contact.since).date()
    ends = []
    if contact.until_on is not None and contact.until_on < today:
        ends.append(contact.until_on + timedelta(days=1))
    if contact.member_until is not None and contact.member_until <= now:
        ends.append(in_amsterdam(contact.member_until).date())
    return min(ends, default=None)


def check_on(contact: ContactFacts, checked_at: datetime | None, days: int) -> date:
    """Give the day on which somebody looks whether the line is still right: a term after the last time."""
    looked = contact.since if checked_at is None else max(checked_at, contact.since)
    return in_amsterdam(looked).date() + timedelta(days=days)
