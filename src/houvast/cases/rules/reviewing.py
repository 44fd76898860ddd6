"""Looking again at a phase: what must be told, and when the next time is at the latest."""

from dataclasses import dataclass
from datetime import date, timedelta

REVIEW_WITHIN_YEARS = 5
"""How far ahead where the model asks for no review. *Verzonnen*: it stops a mistyped year, not a plan."""


@dataclass(frozen=True, slots=True)
class NewReview:
    """That the phase still fits: what was weighed, whether the resident was asked, and the next time."""

    weighed: str
    resident_asked: bool | None
    why_not_asked: str = ""
    review_on: date | None = None


def last_review_day(weeks: int | None, today: date) -> date | None:
    """Give the last day on which somebody must look again; None when the model asks for no review in this phase."""
    return None if weeks is None else today + timedelta(weeks=weeks)


def review_problems(new: NewReview, *, weeks: int | None, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing or wrong; `weeks` is the review term of the phase."""
    problems = {}
    if not new.weighed.strip():
        problems["weighed"] = "Schrijf in twee of drie zinnen op wat u heeft gewogen."
    if new.resident_asked is None:
        problems["resident_asked"] = "Kies of de inwoner is gevraagd."
    if new.resident_asked is False and not new.why_not_asked.strip():
        problems["why_not_asked"] = "Schrijf op waarom de inwoner niet is gevraagd."
    if new.resident_asked and new.why_not_asked.strip():
        problems["why_not_asked"] = "U koos dat de inwoner is gevraagd. Haal dit weg, of kies 'nee'."
    day = _day_problem(new.review_on, weeks, today)
    return {**problems, "review_on": day} if day else problems


def _day_problem(day: date | None, weeks: int | None, today: date) -> str:
    last = last_review_day(weeks, today)
    if day is None:
        return "" if last is None else "Kies wanneer u opnieuw kijkt."
    if day <= today:
        return "Kies een dag die nog moet komen."
    if last is not None and day > last:
        return f"In deze fase kijkt u binnen {weeks} weken opnieuw. Kies uiterlijk {last:%d-%m-%Y}."
    if last is None and day.year > today.year + REVIEW_WITHIN_YEARS:
        return f"Kies een dag in de komende {REVIEW_WITHIN_YEARS} jaar."
    return ""
