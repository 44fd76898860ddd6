"""Reporting codes, ready to print."""

from dataclasses import dataclass
from datetime import datetime

from houvast.desk.rules.work import days_since
from houvast.kernel.dutch_dates import moment, short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.reporting_code.rules.steps import SAID, missing_steps
from houvast.reporting_code.selectors.reading import CodeLine, StepLine


@dataclass(frozen=True, slots=True)
class StepMark:
    """A step: its name, its day with who recorded it, and the words."""

    name: str
    note: str
    words: str


@dataclass(frozen=True, slots=True)
class CodeMark:
    """A reporting code with its steps. `step_url` is "" when there is nothing to record for who looks."""

    id: str
    title: str
    state: str
    begun: str
    why: str
    steps: tuple[StepMark, ...]
    missing: str
    step_url: str


def code_mark(line: CodeLine, *, step_url: str, now: datetime) -> CodeMark:
    """Give a reporting code as its page prints it."""
    missing = ", ".join(SAID[step] for step in missing_steps(line.taken))
    since = days_since(line.begun_at, now)
    return CodeMark(
        id=str(line.id),
        title=f"Over {line.resident}",
        state=_open(since) if line.is_open else "Besloten",
        begun=f"{line.begun_by}, {moment(line.begun_at, now)}",
        why=line.why,
        steps=tuple(step_mark(each, now) for each in line.steps),
        missing=missing if line.is_open else "",
        step_url=step_url if line.is_open else "",
    )


def _open(since: str) -> str:
    return "Open sinds vandaag" if since == "vandaag" else f"Open, {since}"


def step_mark(line: StepLine, now: datetime) -> StepMark:
    """Give a step as pages print it."""
    today = in_amsterdam(now).date()
    name = SAID[line.step].capitalize() + (", overgeslagen" if line.skipped else "")
    note = [short(line.on_date, today), f"vastgelegd door {line.by}"]
    if line.outcome is not None:
        note.insert(0, word_for(line.outcome))
    if line.reported_on is not None:
        note.insert(1, f"gemeld op {short(line.reported_on, today)}")
    if line.urgent:
        note.append("acuut gevaar, andere stappen niet afgewacht")
    return StepMark(name, ", ".join(note), line.words)
