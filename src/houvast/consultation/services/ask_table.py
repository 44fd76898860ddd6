"""Put a question about an item to another table. Its chair sees the question, and of a case who leads it."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events, policy, scopes
from houvast.consultation.models import TableQuestion
from houvast.consultation.rules.asking import question_problems
from houvast.consultation.services.steps.loading import acting_on_item, is_case_closed
from houvast.consultation.services.steps.sight import show_question
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.kernel.ids import new_id
from houvast.vault.sealing import seal

ASKED_PLACE = "consultation_tablequestion.question"


def ask_table(*, actor: Actor, now: datetime, item_id: UUID, table_id: UUID, question: str) -> UUID:
    """Ask another table of this municipality or its region; gives the id. Raises `NotVisible`, `Refused` or `Invalid`,
    also when that table has an open question about this item already."""
    with acting_on_item(events.TABLE_ASKED, item_id, actor=actor, now=now) as loaded:
        closed = is_case_closed(loaded.of.viewer, loaded.item.case_id, now=now)
        loaded.of.permit(policy.may_ask_table(loaded.of.viewer, loaded.of.facts, case_closed=closed))
        table = scopes.tables_to_ask(loaded.item).filter(pk=table_id).first()
        problems = question_problems(question, table_fits=table is not None)
        if problems or table is None:
            raise Invalid(problems)
        row = TableQuestion(
            id=new_id(), item=loaded.item, table=table, asked_at=now, asked_by_id=loaded.of.viewer.member_id
        )
        row.question_sealed = seal(loaded.key, question.strip(), place=f"{ASKED_PLACE}:{row.id}")
        row.save(force_insert=True)
        show_question(row, loaded.item.case_id, table.chair_id, actor=actor, now=now)
        loaded.of.about("table_question", row.id, table=str(table.id))
        return row.id
