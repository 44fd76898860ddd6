"""Moments before now, as people say them: six days ago in the afternoon, four working days ago."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from houvast.kernel.working_time import AMSTERDAM, in_amsterdam, is_working_day

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """Counts back from `now`. Nothing lies in the future: what would, happens now."""

    now: datetime

    @property
    def today(self) -> date:
        """Give the day of now in Amsterdam."""
        return in_amsterdam(self.now).date()

    def ago(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """Give a moment some calendar days ago, on the clock of Amsterdam."""
        return self._on(self.today - timedelta(days=days), hour, minute)

    def working_ago(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """Give a moment some working days ago. With 1 it is the last working day before today."""
        day = self.today
        while days > 0:
            day -= _ONE_DAY
            days -= is_working_day(day)
        return self._on(day, hour, minute)

    def today_at(self, hour: int, minute: int = 0) -> datetime:
        """Give a moment of today, or now while it has not come."""
        return self._on(self.today, hour, minute)

    def ahead(self, days: int) -> date:
        """Give a day to come."""
        return self.today + timedelta(days=days)

    def today_less(self, days: int) -> date:
        """Give a day that has passed."""
        return self.today - timedelta(days=days)

    def end_of(self, day: date) -> datetime:
        """Give the last minute of a day to come."""
        return datetime.combine(day, time(23, 59), AMSTERDAM)

    def _on(self, day: date, hour: int, minute: int) -> datetime:
        return min(datetime.combine(day, time(hour, minute), AMSTERDAM), self.now)
