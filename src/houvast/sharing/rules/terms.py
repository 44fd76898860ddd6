"""For how long something is shared, and consent recorded: a municipality sets it; the beginning is *verzonnen*."""

from dataclasses import dataclass

MOST_DAYS = 1827
"""Five years, *verzonnen*: nobody looks further than that."""


@dataclass(frozen=True, slots=True)
class SharingTerms:
    """Days: the longest that is shared at once, the longest that consent is recorded, and what the page begins with.

    Sharing or asking again is always possible. `number` counts the versions, 0 for what nobody set yet.
    """

    share_days: int = 366
    consent_days: int = 366
    usual_days: int = 30
    number: int = 0


BEGINS_WITH = SharingTerms()
"""*Verzonnen*: a year, and a month. No law names a number of days."""


def terms_problems(terms: SharingTerms) -> dict[str, str]:
    """Say what is wrong, at each field."""
    asked = {"share_days": terms.share_days, "consent_days": terms.consent_days, "usual_days": terms.usual_days}
    wrong = f"Vul een getal in van 1 tot en met {MOST_DAYS}."
    problems = {name: wrong for name, days in asked.items() if not 1 <= days <= MOST_DAYS}
    if not problems and terms.usual_days > terms.share_days:
        problems["usual_days"] = "Begin niet met meer dagen dan u hoogstens deelt."
    return problems
