"""What of an own page can be withheld for a time, and when somebody looks again. Pure.

An exception to what a resident hears (UAVG art. 41, AVG art. 23) is recorded with its reason, and never without a day
on which somebody looks again whether it is still needed.
"""

from datetime import date, timedelta

from houvast.participation.rules.parts import ALWAYS, OF_RESIDENTS, OwnPart

MAY_BE_WITHHELD = tuple(part for part in OwnPart if part not in ALWAYS | OF_RESIDENTS)
"""Who leads, what one does oneself, says, wishes, is asked and asks, and what one can do who disagrees is never
withheld.
"""
MOST_DAYS = 91
"""At most a quarter of a year. *Verzonnen*."""
LONGEST_REASON = 1000


def review_on(added_on: date, days: int) -> date:
    """Give the day on which somebody looks again."""
    return added_on + timedelta(days=days)


def withholding_problems(part: OwnPart | None, reason: str, days: int) -> dict[str, str]:
    """Say at each field what is missing."""
    problems = {}
    if part not in MAY_BE_WITHHELD:
        problems["part"] = "Kies een deel van de pagina."
    if not reason.strip():
        problems["reason"] = "Schrijf op waarom de inwoner dit nu niet hoort."
    elif len(reason) > LONGEST_REASON:
        problems["reason"] = f"Maak het korter: hoogstens {LONGEST_REASON} tekens."
    if not 1 <= days <= MOST_DAYS:
        problems["days"] = f"Kies een aantal dagen van 1 tot en met {MOST_DAYS}."
    return problems
