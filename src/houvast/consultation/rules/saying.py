"""What is written down in a meeting: three lines of text, and a resolution with somebody and a day. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from houvast.plans.rules.tasks import Owner

MOST_LINES = 3
LONGEST_LINE = 240


class OutcomeState(StrEnum):
    """What became of a resolution; the values are those of `ResolutionOutcome.State`."""

    DONE = "done"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be the owner of a resolution, as the list names them."""

    label: str
    owner: Owner


def lines_of(text: str) -> tuple[str, ...]:
    """Give the lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def text_problem(text: str) -> str:
    """Say what is wrong with what was said: nothing there, more than three lines, or a line that is too long."""
    lines = lines_of(text)
    if not lines:
        return "Schrijf op wat is gezegd, in hoogstens drie regels."
    if len(lines) > MOST_LINES:
        return f"Dit zijn {len(lines)} regels. Breng het terug tot drie: wat moet iemand hiervan weten?"
    if any(len(line) > LONGEST_LINE for line in lines):
        return f"Maak de regels korter: hoogstens {LONGEST_LINE} tekens per regel."
    return ""


def find_owner(text: str, candidates: Iterable[Candidate]) -> Candidate | None:
    """Find whom somebody means by a name or its beginning; None when that is nobody, or more than one."""
    said = " ".join(text.casefold().split())
    if not said:
        return None
    every = list(candidates)
    exact = [each for each in every if each.label.casefold() == said]
    found = exact or [each for each in every if each.label.casefold().startswith(said)]
    return found[0] if len({each.owner for each in found}) == 1 else None
