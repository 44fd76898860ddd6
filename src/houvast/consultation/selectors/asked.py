"""The case of an item or a question, also for who may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.consultation.models import AgendaItem, TableQuestion


def case_of_item(item_id: UUID) -> UUID | None:
    """Give the case of an agenda item; None when it is about none, or there is no such item."""
    return AgendaItem.objects.filter(pk=item_id).values_list("case_id", flat=True).first()


def case_of_question(question_id: UUID) -> UUID | None:
    """Give the case that a question between tables is about; None when it is about none, or there is no such one."""
    return TableQuestion.objects.filter(pk=question_id).values_list("item__case_id", flat=True).first()
