"""What tables asked and decided, as every page that shows it prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from houvast.consultation.models import AgendaItem
from houvast.consultation.rules.agenda import AgendaCause
from houvast.consultation.rules.asking import QuestionState
from houvast.consultation.selectors.asking import QuestionLine
from houvast.consultation.selectors.minutes import ResolutionLine
from houvast.directory.viewer import Viewer
from houvast.kernel.dutch_dates import short
from houvast.kernel.terms import word_for
from houvast.kernel.working_time import in_amsterdam
from houvast.plans.rules.tasks import Standing
from houvast.web import addresses
from houvast.web.look import LATE, Link


@dataclass(frozen=True, slots=True)
class ResolutionMark:
    """A resolution with how it stands: a mark that is also said in words."""

    mark: str
    said: str
    what: str
    owner: str
    when: str
    when_class: str
    outcome_url: str


@dataclass(frozen=True, slots=True)
class QuestionMark:
    """A question between tables at an item: who asks whom, how it stands, the answer, and what the viewer can do."""

    title: str
    question: str
    stands: str
    answer: str
    acts: tuple[Link, ...]


def cause_words(cause: AgendaCause, *, vacant: bool) -> str:
    """Say why an item is on an agenda; that nobody had the direction is past when somebody has it now."""
    if cause is AgendaCause.SEAT_VACANT and not vacant:
        return "niemand had de regie"
    return word_for(AgendaItem.Cause(cause.value))


def resolution_mark(line: ResolutionLine, today: date, *, may_say: bool = True) -> ResolutionMark:
    """Give a resolution with how it stands now."""
    owner = f"{line.owner}, {line.owner_detail}" if line.owner_detail else line.owner
    late = line.is_late(today)
    when = _late(line.due_on, today) if late else short(line.due_on, today)
    open_outcome = may_say and line.is_nobodys_case and line.standing is Standing.OPEN
    return ResolutionMark(
        mark="✓" if line.standing is Standing.DONE else "○",
        said=word_for(line.standing),
        what=line.what,
        owner=owner,
        when=when,
        when_class=LATE if late else "",
        outcome_url=f"/overleg/besluiten/{line.id}/afloop" if open_outcome else "",
    )


def _late(due_on: date, today: date) -> str:
    days = (today - due_on).days
    return "1 dag te laat" if days == 1 else f"{days} dagen te laat"


def question_mark(line: QuestionLine, viewer: Viewer | None, now: datetime, *, beamer: bool = False) -> QuestionMark:
    """Give a question between tables; its acts only for a viewer, and not on a page that is only read.

    On a beamer the answer is hidden as all that was said, and so are the acts.
    """
    today = in_amsterdam(now).date()
    said = line.answer.text if line.answer and not beamer else ""
    return QuestionMark(
        title=f"{line.asking_table} vraagt {line.table}",
        question=line.question,
        stands=_stands(line, today),
        answer=said,
        acts=() if beamer or viewer is None else tuple(_question_acts(line, viewer)),
    )


def _stands(line: QuestionLine, today: date) -> str:
    if line.answer is not None:
        word = word_for(line.answer.outcome)
        return f"{word}, {line.answer.by}, {short(in_amsterdam(line.answer.at).date(), today)}"
    if line.state is QuestionState.ON_AGENDA and line.on is not None:
        return f"staat op de agenda van {short(line.on, today)}"
    return word_for(line.state)


def _question_acts(line: QuestionLine, viewer: Viewer) -> Iterator[Link]:
    if line.answer is not None:
        return
    if line.table_chair_id in viewer.member_ids:
        if line.state is not QuestionState.ON_AGENDA:
            yield Link("Op een agenda zetten", addresses.table_question(line.id, "agenda"))
        yield Link("Antwoord geven", addresses.table_question(line.id, "antwoord"))
    if line.asking_chair_ids & viewer.member_ids:
        yield Link("Vraag intrekken", addresses.table_question(line.id, "intrekken"))
