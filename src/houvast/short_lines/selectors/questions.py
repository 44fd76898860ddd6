"""Reads of questions to a colleague: a list without their words, and one of them opened."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.short_lines import scopes
from houvast.short_lines.models import ColleagueQuestion
from houvast.short_lines.services.steps.asking import PLACE, Turn, turn_of
from houvast.vault.sealing import unseal

MOST = 50
_JOINS = ("line__team", "line__contact__member", "line__contact__stand_in", "asked_by", "answered_by", "key")


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question as a list shows it, without its words. `answers` is whose turn it is, "" when that is nobody.

    `asked` says that the viewer asked it; `to_answer` that it is the viewer's turn.
    """

    id: UUID
    line: str
    team: str
    municipality_id: UUID
    asked_by: str
    asked_at: datetime
    answers: str
    answered_at: datetime | None
    keep_until: date
    asked: bool
    to_answer: bool


@dataclass(frozen=True, slots=True)
class OpenedQuestion:
    """A question with its words. `turn` says whose it is, and to whom it can be passed on."""

    line: QuestionLine
    question: str
    known: str
    answer: str
    passed: bool
    turn: Turn


def asked_of(viewer: Viewer, line_id: UUID, *, now: datetime) -> UUID | None:
    """Give to whom a question along a visible line goes; None when nobody there can sign in. Raises `NotVisible`."""
    row = scopes.lines(viewer).select_related("contact").filter(pk=line_id).first()
    if row is None:
        raise NotVisible
    return turn_of(row.contact, passed=False, now=now).member_id


def questions(viewer: Viewer, *, now: datetime) -> tuple[QuestionLine, ...]:
    """Give what the viewer asked and what is asked of them, the newest first, in one query."""
    rows = scopes.questions(viewer, now=now).order_by("-asked_at", "-id")
    return tuple(_line(viewer, row) for row in _joined(rows)[:MOST])


def question(viewer: Viewer, question_id: UUID, *, now: datetime) -> OpenedQuestion:
    """Give one question with its words. Raises `NotVisible`."""
    row = _joined(scopes.questions(viewer, now=now).filter(pk=question_id)).first()
    if row is None:
        raise NotVisible
    passed = row.passed_at is not None
    return OpenedQuestion(
        line=_line(viewer, row),
        question=unseal(row.key, row.question_sealed, place=f"{PLACE}.question:{row.id}"),
        known=unseal(row.key, row.known_sealed, place=f"{PLACE}.known:{row.id}"),
        answer=unseal(row.key, row.answer_sealed, place=f"{PLACE}.answer:{row.id}"),
        passed=passed,
        turn=turn_of(row.line.contact, passed=passed, now=now),
    )


def _joined(rows: QuerySet[ColleagueQuestion]) -> QuerySet[ColleagueQuestion]:
    return rows.select_related(*_JOINS)


def _line(viewer: Viewer, row: ColleagueQuestion) -> QuestionLine:
    turn: UUID | None = getattr(row, "turn", None)
    contact = row.line.contact
    people = {each.id: each.name for each in (contact.member, contact.stand_in, row.answered_by) if each is not None}
    return QuestionLine(
        id=row.id,
        line=row.line.name,
        team=row.line.team.name,
        municipality_id=row.line.municipality_id,
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        answers="" if turn is None else people[turn],
        answered_at=row.answered_at,
        keep_until=row.keep_until,
        asked=row.asked_by_id in viewer.member_ids,
        to_answer=row.answered_at is None and turn in viewer.member_ids,
    )
