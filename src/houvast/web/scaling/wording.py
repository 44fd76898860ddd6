"""How pages of scaling say things: lists of people and functions, days, terms, and the step itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from houvast.ave.model import Boundary, Model
from houvast.ave.vocabulary import Direction
from houvast.kernel.dutch_dates import short, time_left
from houvast.kernel.working_time import in_amsterdam
from houvast.web.look import PhaseMark, phase_mark

_NUMBERS = {2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes"}


@dataclass(frozen=True, slots=True)
class Step:
    """The step as a heading says it: "Opschalen" van AVE 2 naar AVE 3."""

    verb: str
    from_phase: PhaseMark
    to_phase: PhaseMark

    @property
    def button(self) -> str:
        """Say what the button does."""
        return f"{self.verb} naar {self.to_phase.label}"


def step(model: Model, boundary: Boundary) -> Step:
    """Give the step over a boundary."""
    verb = "Opschalen" if boundary.direction is Direction.UP else "Afschalen"
    return Step(verb, phase_mark(model.phase(boundary.from_phase)), phase_mark(model.phase(boundary.to_phase)))


def listed(parts: Sequence[str], word: str = "en") -> str:
    """Give a list as people say it: "a, b en c"."""
    if len(parts) <= 1:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def number(count: int) -> str:
    """Give a small number in a word, a larger one in figures."""
    return _NUMBERS.get(count, str(count))


def functions(model: Model, codes: Sequence[str], word: str = "of") -> str:
    """Give functions by their names in the model: "teamleider of procesregisseur OGGZ"."""
    return listed([model.functions[code].name if code in model.functions else code for code in codes], word)


def working_days(count: int) -> str:
    """Give a number of working days: "1 werkdag", "2 werkdagen"."""
    return f"{count} werkdag" if count == 1 else f"{count} werkdagen"


def day(at: datetime | date, now: datetime) -> str:
    """Give a day in short: "wo 25 nov"."""
    date_of = in_amsterdam(at).date() if isinstance(at, datetime) else at
    return short(date_of, in_amsterdam(now).date())


def term(deadline: datetime, now: datetime) -> str:
    """Give a term with its exact day: "uiterlijk wo 25 nov (nog 2 werkdagen)"."""
    return f"uiterlijk {day(deadline, now)} ({time_left(deadline, now)})"
