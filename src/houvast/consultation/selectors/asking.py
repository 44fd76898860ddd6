"""Questions between tables: what an item asked elsewhere, what was asked here, and what waits for a chair."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from houvast.consultation import scopes
from houvast.consultation.models import AgendaItem, Meeting, TableAnswer, TableQuestion
from houvast.consultation.rules.asking import QuestionState, question_state
from houvast.consultation.selectors.meetings import MeetingLine, meeting_line
from houvast.consultation.services.ask_table import ASKED_PLACE
from houvast.consultation.services.put_on_agenda import TITLE_PLACE
from houvast.consultation.services.steps.asking import ANSWER_PLACE
from houvast.consultation.services.steps.loading import key_of
from houvast.directory.viewer import Viewer
from houvast.kernel.errors import NotVisible
from houvast.kernel.working_time import in_amsterdam
from houvast.vault.sealing import unseal

MOST = 40
_JOINS = (
    "table",
    "asked_by",
    "answer__by",
    "item__key",
    "item__case__key",
    "item__meeting__table",
    "answering_item__meeting",
)


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """How a question ended: by whom, when, and in which words."""

    outcome: TableAnswer.Outcome
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question between tables, opened. `title` is that of an item that is nobody's case; `on` is when it comes up."""

    id: UUID
    item_id: UUID
    answering_item_id: UUID | None
    case_id: UUID | None
    kind: str
    title: str
    asking_table: str
    asking_chair_ids: frozenset[UUID]
    table_id: UUID
    table: str
    table_chair_id: UUID
    question: str
    asked_by: str
    asked_at: datetime
    on: date | None
    state: QuestionState
    answer: AnswerLine | None


def of_items(viewer: Viewer, item_ids: Collection[UUID], *, now: datetime) -> tuple[QuestionLine, ...]:
    """Give what these items asked other tables and what other tables asked at them, oldest first, in one query."""
    here = Q(item_id__in=item_ids) | Q(answering_item_id__in=item_ids)
    return _lines(scopes.table_questions(viewer, now=now).filter(here))


def of_case(viewer: Viewer, case_id: UUID, *, now: datetime) -> tuple[QuestionLine, ...]:
    """Give what tables asked each other about a case, as far as the viewer sees it, in one query."""
    return _lines(scopes.table_questions(viewer, now=now).filter(item__case_id=case_id))


def waiting(viewer: Viewer, *, now: datetime) -> tuple[QuestionLine, ...]:
    """Give the questions to tables that the viewer leads that did not end, oldest first, in one query."""
    mine = scopes.table_questions(viewer, now=now).filter(table__chair_id__in=viewer.member_ids, answer__isnull=True)
    return _lines(mine)


def question(viewer: Viewer, question_id: UUID, *, now: datetime) -> QuestionLine:
    """Give one question. Raises `NotVisible`."""
    found = _lines(scopes.table_questions(viewer, now=now).filter(pk=question_id))
    if not found:
        raise NotVisible
    return found[0]


def tables_to_ask(viewer: Viewer, item_id: UUID, *, now: datetime) -> tuple[tuple[UUID, str], ...]:
    """Give the tables to which a visible item may go with a question, by name."""
    item = scopes.items(viewer, now=now).select_related("meeting", "municipality").get(pk=item_id)
    found = scopes.tables_to_ask(item).select_related("municipality").order_by("name", "id")
    return tuple((row.id, f"{row.name}, {row.municipality.name}") for row in found)


def meetings_ahead(viewer: Viewer, table_id: UUID, *, now: datetime) -> tuple[MeetingLine, ...]:
    """Give the meetings of a table that are not closed, soonest first."""
    rows = scopes.meetings(viewer, now=now).filter(table_id=table_id).exclude(state=Meeting.State.CLOSED)
    return tuple(meeting_line(row) for row in rows.select_related("table", "chair").order_by("starts_at", "id")[:MOST])


def _lines(rows: QuerySet[TableQuestion]) -> tuple[QuestionLine, ...]:
    return tuple(_line(row) for row in rows.select_related(*_JOINS).order_by("asked_at", "id")[: 10 * MOST])


def _line(row: TableQuestion) -> QuestionLine:
    item, key, answer = row.item, key_of(row.item), _answer(row)
    there = row.answering_item.meeting if row.answering_item is not None else None
    closed = there is not None and there.state == Meeting.State.CLOSED
    return QuestionLine(
        id=row.id,
        item_id=item.id,
        answering_item_id=row.answering_item_id,
        case_id=item.case_id,
        kind=item.kind,
        title=_title(item),
        asking_table=item.meeting.table.name,
        asking_chair_ids=frozenset({item.meeting.chair_id, item.meeting.table.chair_id}),
        table_id=row.table_id,
        table=row.table.name,
        table_chair_id=row.table.chair_id,
        question=unseal(key, row.question_sealed, place=f"{ASKED_PLACE}:{row.id}"),
        asked_by=row.asked_by.name,
        asked_at=row.asked_at,
        on=in_amsterdam(there.starts_at).date() if there is not None else None,
        state=question_state(answering_item=row.answering_item_id, meeting_closed=closed, ended=answer is not None),
        answer=answer,
    )


def _title(item: AgendaItem) -> str:
    return "" if item.case_id else unseal(key_of(item), item.title_sealed, place=f"{TITLE_PLACE}:{item.id}")


def _answer(row: TableQuestion) -> AnswerLine | None:
    found = getattr(row, "answer", None)
    if found is None:
        return None
    text = unseal(key_of(row.item), found.text_sealed, place=f"{ANSWER_PLACE}:{found.id}")
    return AnswerLine(TableAnswer.Outcome(found.outcome), text, found.by.name, found.at)
