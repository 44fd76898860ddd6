"""What follows a decision, and what it lacks: done needs a day that has been, postponed a day that must still come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

DONE, POSTPONED = "done", "postponed"
_FIELDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "heard": {"state": "heard_state", "on_date": "heard_on", "text": "heard"},
        "resident_told": {"state": "told_state", "on_date": "told_on", "text": "told"},
    }
)
"""What the page of a decision calls the parts of what may also follow later."""


@dataclass(frozen=True, slots=True)
class NewFollowUp:
    """One thing that follows a decision: who was heard, or that the resident was told. `state` may be empty."""

    item: str
    state: str
    on_date: date | None
    text: str


def follow_up_problems(new: NewFollowUp, today: date) -> dict[str, str]:
    """Give a Dutch message for each thing that is missing or cannot be; an empty dict when it is whole."""
    problems = {}
    if new.state not in (DONE, POSTPONED):
        problems["state"] = "Kies of het is gedaan, of later komt."
    if new.on_date is None:
        problems["on_date"] = "Vul een datum in."
    elif new.state == POSTPONED and new.on_date <= today:
        problems["on_date"] = "Kies een dag die nog moet komen: dan kijkt u opnieuw."
    elif new.state != POSTPONED and new.on_date > today:
        problems["on_date"] = "Wat gedaan is, is vandaag of eerder gedaan."
    if not new.text.strip():
        problems["text"] = "Schrijf in één zin op wie, wat, of waarom nog niet."
    return problems


def problems_at_decision(follow_ups: Iterable[NewFollowUp], today: date) -> dict[str, str]:
    """Give what is wrong with what is filled in together with a decision, by the fields of that page."""
    return {
        _FIELDS[new.item][name]: message
        for new in follow_ups
        for name, message in follow_up_problems(new, today).items()
    }
