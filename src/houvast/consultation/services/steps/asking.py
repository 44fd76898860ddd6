"""Load a question between tables to act on, and end it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from houvast.audit.events import Event
from houvast.audit.services.act import Act, act
from houvast.consultation import policy, scopes
from houvast.consultation.models import AgendaItem, TableAnswer, TableQuestion
from houvast.consultation.selectors.asked import case_of_question
from houvast.consultation.services.steps.loading import key_of
from houvast.consultation.services.steps.sight import hide_question
from houvast.directory.selectors import viewer_of
from houvast.directory.viewer import Viewer
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible, Refused
from houvast.kernel.ids import new_id
from houvast.kernel.verdict import Verdict
from houvast.vault.sealing import seal

ANSWER_PLACE = "consultation_tableanswer.text"
_JOINS = ("table", "item__key", "item__case__key", "item__meeting__table")


@dataclass(frozen=True, slots=True)
class LoadedQuestion:
    """A visible question with the item that it is about, inside the act that changes it."""

    acting: Act
    viewer: Viewer
    row: TableQuestion
    item: AgendaItem

    def permit(self, verdict: Verdict) -> None:
        """Go on when the verdict allows it, and put its ground on record; else raise `Refused`."""
        if not verdict.allowed:
            raise Refused(verdict)
        self.acting.ground = verdict.ground


@contextmanager
def acting_on_question(event: Event, question_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedQuestion]:
    """Act on a visible question. Raises `NotVisible`, on record."""
    with act(event, actor=actor, now=now) as acting:
        seen_by = viewer_of(actor, now=now)
        acting.municipality, acting.subject, acting.subject_id = seen_by.municipality_id, "table_question", question_id
        if not scopes.table_questions(seen_by, now=now).filter(pk=question_id).exists():
            acting.case = case_of_question(question_id)
            raise NotVisible
        row = TableQuestion.objects.select_related(*_JOINS).get(pk=question_id)
        acting.municipality = row.item.municipality_id
        acting.case = row.item.case_id
        yield LoadedQuestion(acting, seen_by, row, row.item)


@contextmanager
def acting_as_asked(event: Event, question_id: UUID, *, actor: Actor, now: datetime) -> Iterator[LoadedQuestion]:
    """Act on a question as the chair of the table that is asked. Raises `NotVisible` or `Refused`."""
    with acting_on_question(event, question_id, actor=actor, now=now) as asked:
        asked.permit(policy.may_answer_question(asked.viewer, table_chair_id=asked.row.table.chair_id))
        yield asked


def check_open(row: TableQuestion) -> None:
    """Lock a question until the act is over. Raises `Conflict` when it has ended."""
    TableQuestion.objects.select_for_update().get(pk=row.id)
    if TableAnswer.objects.filter(question=row).exists():
        raise Conflict("Deze vraag is al beantwoord of ingetrokken.")


def end_question(
    asked: LoadedQuestion, outcome: TableAnswer.Outcome, text: str, *, actor: Actor, now: datetime
) -> None:
    """End a question with an answer, or without; who was asked no longer sees it for that reason."""
    answer = TableAnswer(id=new_id(), question=asked.row, outcome=outcome, at=now, by_id=asked.viewer.member_id)
    answer.text_sealed = seal(key_of(asked.item), text, place=f"{ANSWER_PLACE}:{answer.id}")
    answer.save(force_insert=True)
    hide_question(asked.row, asked.item.case_id, actor=actor, now=now)
    asked.acting.details = {"outcome": outcome.value, "table": str(asked.row.table_id)}
