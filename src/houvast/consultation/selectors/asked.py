"""The case of an agenda item, also for who may not see it: for the log of refusals only, never for a page."""

from uuid import UUID

from houvast.consultation.models import AgendaItem


def case_of_item(item_id: UUID) -> UUID | None:
    """Give the case of an agenda item; None when it is about none, or there is no such item."""
    return AgendaItem.objects.filter(pk=item_id).values_list("case_id", flat=True).first()
