"""Giving no hit to who asks whether somebody is known: until when, at the longest."""

from datetime import date, timedelta

LONGEST_WITHHELD = timedelta(days=183)
"""After this somebody has looked again. *Verzonnen*: half a year, as long as most plans hold."""


def withholding_problems(reason: str, review_on: date | None, today: date) -> dict[str, str]:
    """Give a Dutch message for each field that cannot be used; an empty dict when all is well."""
    problems = {}
    if not reason.strip():
        problems["reason"] = "Schrijf op waarom, bijvoorbeeld: de ex-partner werkt bij de gemeente."
    if review_on is None:
        problems["review_on"] = "Kies wanneer u hier opnieuw naar kijkt."
    elif not today < review_on <= today + LONGEST_WITHHELD:
        problems["review_on"] = "Kies een dag na vandaag, en binnen een half jaar."
    return problems
