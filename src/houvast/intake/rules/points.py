"""A reporting point: what it is called, what is asked there, and in which steps its concerns are decided."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from houvast.intake.rules.spelling import clean
from houvast.intake.rules.triage import Step

LONGEST_NAME, MOST_QUESTIONS, LONGEST_QUESTION = 80, 12, 160
ORDERS: tuple[tuple[str, ...], ...] = ((Step.OGGZ.value,), (Step.PUBLIC_ORDER.value, Step.OGGZ.value))
"""In which steps a point can be decided: OGGZ decides last everywhere (inventory 2023)."""


NAME_TAKEN = "Er is al een meldpunt met deze naam."


@dataclass(frozen=True, slots=True)
class PointFacts:
    """A point as it holds or is to be: its questions in order, and its steps as codes. `active`: one enters there."""

    name: str
    questions: tuple[str, ...]
    steps: tuple[str, ...]
    active: bool = True

    def mark(self) -> str:
        """Give a short mark of what it says, by which a change in between is noticed."""
        said = "\n".join((self.name, *self.questions, *self.steps, str(self.active)))
        return sha256(said.encode()).hexdigest()[:16]


def tidied(point: PointFacts) -> PointFacts:
    """Give a point without empty questions and needless spaces."""
    questions = tuple(filter(None, (clean(question) for question in point.questions)))
    return PointFacts(clean(point.name), questions, point.steps, point.active)


def problems_with_point(point: PointFacts, others: Collection[str]) -> dict[str, str]:
    """Say what is wrong with a tidied point, at each field; `others` are the names of the other points there."""
    problems = {}
    if not point.name:
        problems["name"] = "Geef het meldpunt een naam."
    elif len(point.name) > LONGEST_NAME:
        problems["name"] = f"Deze naam is te lang: gebruik ten hoogste {LONGEST_NAME} tekens."
    elif point.name.casefold() in {each.casefold() for each in others}:
        problems["name"] = NAME_TAKEN
    if point.steps not in ORDERS:
        problems["steps"] = "Kies wie de signalen van dit meldpunt beoordeelt."
    too_long = [number for number, each in enumerate(point.questions, start=1) if len(each) > LONGEST_QUESTION]
    if too_long:
        problems["questions"] = f"Vraag {too_long[0]} is te lang: gebruik ten hoogste {LONGEST_QUESTION} tekens."
    elif len(point.questions) > MOST_QUESTIONS:
        problems["questions"] = f"Dit zijn {len(point.questions)} vragen. Houd het bij {MOST_QUESTIONS}."
    return problems


def changed(before: PointFacts, after: PointFacts) -> list[str]:
    """Name the fields that differ, for the log."""
    fields = ("name", "questions", "steps", "active")
    return [field for field in fields if getattr(before, field) != getattr(after, field)]
