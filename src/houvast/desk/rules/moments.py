"""What Mijn werk and the case page say about crucial moments."""

from datetime import date

from houvast.cases.rules.moments import Days, Nearness, closed_day
from houvast.desk.rules.work import Cause
from houvast.kernel.dutch_dates import relative, short


def day_of(days: Days, today: date) -> str:
    """Give the day in short: "za 28 nov", or "tussen di 1 dec en vr 4 dec"."""
    if days.first == days.last:
        return short(days.first, today)
    return f"tussen {short(days.first, today)} en {short(days.last, today)}"


def coming_moment(days: Days, today: date, loud: Nearness) -> tuple[str, str, bool]:
    """Give a moment to come as (how far, exact day, late)."""
    day = days.last if days.last < today else max(days.first, today)
    return relative(day, today), day_of(days, today), loud is Nearness.LATE


def cause_of(loud: Nearness) -> Cause:
    """Say under which heading an expected moment stands."""
    return Cause.MOMENT if loud is Nearness.LISTED else Cause.MOMENT_NEAR


def why_unprepared(kind: str, days: Days, today: date, *, before: int, still_open: int) -> str:
    """Say why an expected moment is on the list."""
    name = kind[:1].upper() + kind[1:]
    if days.last < today:
        return f"{name}: de dag is voorbij. Ging het door?"
    if before == 0:
        what = "er staat nog niets klaar."
    elif still_open == 1:
        what = f"1 van {before} {'punt' if before == 1 else 'punten'} vooraf is nog open."
    else:
        what = f"{still_open} van {before} punten vooraf zijn nog open."
    return " ".join(part for part in (f"{name}: {what}", closed_day(days.first)) if part)
