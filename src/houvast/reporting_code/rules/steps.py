"""The five steps of the *meldcode*, and what one lacks before it can be recorded. Pure data and functions.

Source of the steps: Besluit verplichte meldcode huiselijk geweld en kindermishandeling. The order is not binding, all
steps are (Basismodel meldcode, VWS): so days may run through each other, and the decision comes last.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_TEXT = 4000
USUAL_WORKING_DAYS = 10
"""After how many working days an open one is coloured on Mijn werk. *Verzonnen*: the law has no term."""

NO_WHY = "Schrijf op welke signalen er zijn, en waarom u de meldcode begint."
NO_PERSON = "Kies om wie het gaat."
NO_STEP = "Kies welke stap het is."
NO_DAY = "Vul in op welke dag: vandaag of eerder."
NO_WORDS = "Schrijf op wat u deed en wat eruit kwam, of waarom u het gesprek oversloeg."
TOO_LONG = f"Maak het korter: hoogstens {LONGEST_TEXT} tekens."
ONLY_THE_TALK = "Alleen het gesprek mag u overslaan, en alleen als het niet veilig is."
NO_OUTCOME = "Kies wat u besluit: melden, hulp, allebei of geen van beide."
NO_REPORT_DAY = "Vul in op welke dag u bij Veilig Thuis meldde: vandaag of eerder."
NOT_THE_DECISION = "Dit hoort bij stap 5, het besluit. Haal het weg, of kies die stap."
NOT_REPORTED = "U koos niet voor melden. Haal de dag van de melding weg, of kies melden."
ONLY_WITH_REPORT = "Bij acuut gevaar meldt u. Kies melden, of zet eerst de andere stappen."
TOO_EARLY = "Het besluit komt na de andere stappen. Kies een dag die niet eerder is."


class CodeStep(StrEnum):
    """The five steps of the law; the values are those of `ReportingCodeStep.Step`."""

    SIGNALS = "signals"
    CONSULT = "consult"
    TALK = "talk"
    WEIGH = "weigh"
    DECIDE = "decide"


class CodeOutcome(StrEnum):
    """What the decision was; the values are those of `ReportingCodeStep.Outcome`."""

    REPORTED = "reported"
    REPORTED_AND_HELP = "reported_and_help"
    HELP = "help"
    NEITHER = "neither"

    @property
    def reports(self) -> bool:
        """Say whether Veilig Thuis was told."""
        return self in (CodeOutcome.REPORTED, CodeOutcome.REPORTED_AND_HELP)


BEFORE_DECIDING = (CodeStep.SIGNALS, CodeStep.CONSULT, CodeStep.TALK, CodeStep.WEIGH)
SAID = {
    CodeStep.SIGNALS: "1. signalen in kaart",
    CodeStep.CONSULT: "2. overleg",
    CodeStep.TALK: "3. gesprek",
    CodeStep.WEIGH: "4. wegen",
    CodeStep.DECIDE: "5. besluit",
}
"""A step by its number and name."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step as somebody records it. `urgent`: danger did not wait for the steps that are missing."""

    step: CodeStep | None
    on_date: date | None
    words: str
    skipped: bool = False
    outcome: CodeOutcome | None = None
    reported_on: date | None = None
    urgent: bool = False

    @property
    def hurries(self) -> bool:
        """Say whether it is a report that did not wait."""
        return self.urgent and self.outcome is not None and self.outcome.reports


@dataclass(frozen=True, slots=True)
class Taken:
    """That a step was taken, or left out, on a day."""

    step: CodeStep
    on_date: date


def begin_problems(resident: bool, why: str) -> dict[str, str]:
    """Say at each field what a new one lacks; `resident` says whether it is about somebody of the case."""
    problems = {} if resident else {"resident": NO_PERSON}
    if problem := _text_problem(why, NO_WHY):
        problems["why"] = problem
    return problems


def missing_steps(taken: Sequence[Taken]) -> tuple[CodeStep, ...]:
    """Give which steps are not there yet before it can be decided."""
    there = {each.step for each in taken}
    return tuple(step for step in BEFORE_DECIDING if step not in there)


def step_problems(new: NewStep, taken: Sequence[Taken], today: date) -> dict[str, str]:
    """Say at each field what is missing or cannot be."""
    found = {"on_date": _day_problem(new, taken, today), "words": _text_problem(new.words, NO_WORDS)}
    if new.step is None:
        found["step"] = NO_STEP
    if new.skipped and new.step is not CodeStep.TALK:
        found["skipped"] = ONLY_THE_TALK
    found |= _of_decision(new, taken, today) if new.step is CodeStep.DECIDE else _of_others(new)
    return {name: problem for name, problem in found.items() if problem}


def _text_problem(text: str, missing: str) -> str:
    if not text.strip():
        return missing
    return TOO_LONG if len(text) > LONGEST_TEXT else ""


def _day_problem(new: NewStep, taken: Sequence[Taken], today: date) -> str:
    if new.on_date is None or new.on_date > today:
        return NO_DAY
    last = max((each.on_date for each in taken), default=new.on_date)
    decides = new.step is CodeStep.DECIDE and not new.hurries
    return TOO_EARLY if decides and new.on_date < last else ""


def _of_decision(new: NewStep, taken: Sequence[Taken], today: date) -> dict[str, str]:
    found = {}
    missing = missing_steps(taken)
    if missing and not new.hurries:
        names = ", ".join(SAID[step] for step in missing)
        found["step"] = f"Deze stappen staan nog niet vast: {names}. Melden bij acuut gevaar mag eerder."
    if new.outcome is None:
        found["outcome"] = NO_OUTCOME
    elif new.outcome.reports:
        late = new.reported_on is None or new.reported_on > today
        found["reported_on"] = NO_REPORT_DAY if late else ""
    else:
        found["reported_on"] = NOT_REPORTED if new.reported_on else ""
        found["urgent"] = ONLY_WITH_REPORT if new.urgent else ""
    return found


def _of_others(new: NewStep) -> dict[str, str]:
    """Say what belongs to the decision only."""
    given = {"outcome": new.outcome, "reported_on": new.reported_on, "urgent": new.urgent}
    return {name: NOT_THE_DECISION for name, value in given.items() if value}
