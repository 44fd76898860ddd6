"""When somebody may have come to live in a household, or left it."""

from collections.abc import Sequence
from datetime import date

Stay = tuple[date, date | None]
"""From a day until a day, or until now."""

_FUTURE = "Deze dag is nog niet geweest. Leg het vast als het zover is."


def move_in_problem(stays: Sequence[Stay], since: date, today: date) -> str:
    """Say in Dutch why somebody cannot have moved in on this day; "" when they can."""
    if since > today:
        return _FUTURE
    if any(until is None for _, until in stays):
        return "Deze inwoner woont hier al."
    if any(until is not None and until > since for _, until in stays):
        return "Op deze dag woonde deze inwoner hier al. Kies de dag waarop de inwoner terugkwam."
    return ""


def move_out_problem(stays: Sequence[Stay], until: date, today: date) -> str:
    """Say in Dutch why somebody cannot have left on this day; "" when they can."""
    began = [since for since, ended in stays if ended is None]
    if not began:
        return "Deze inwoner woont hier niet."
    if until > today:
        return _FUTURE
    return "" if until >= began[0] else "Toen woonde deze inwoner hier nog niet."
