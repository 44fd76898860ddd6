"""Put the question of another table on an agenda of one's own: there it is an item, seen by who is invited to it."""

from datetime import datetime
from uuid import UUID

from houvast.consultation import events
from houvast.consultation.models import AgendaItem, Meeting, TableQuestion
from houvast.consultation.rules.agenda import AgendaCause
from houvast.consultation.services.put_on_agenda import TITLE_PLACE, NewItem, put_on_agenda
from houvast.consultation.services.steps.asking import LoadedQuestion, acting_as_asked, check_open
from houvast.consultation.services.steps.loading import key_of
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Invalid
from houvast.vault.sealing import unseal


def put_question_on_agenda(*, actor: Actor, now: datetime, question_id: UUID, meeting_id: UUID) -> UUID:
    """Put it there, or join it to the item about the same case that stands there already; gives the id of the item.

    Raises `NotVisible`, `Refused`, `Invalid` for a meeting of another table, or `Conflict` when the question has ended.
    """
    with acting_as_asked(events.QUESTION_PUT, question_id, actor=actor, now=now) as asked:
        item_id = _there(asked, meeting_id)
        if item_id is None:
            item_id = put_on_agenda(actor=actor, now=now, meeting_id=meeting_id, new=_new(asked.item))
        check_open(asked.row)
        if AgendaItem.objects.get(pk=item_id).meeting.table_id != asked.row.table_id:
            raise Invalid({"meeting": "Kies een overleg van de tafel die is gevraagd."})
        TableQuestion.objects.filter(pk=asked.row.id).update(answering_item_id=item_id)
        asked.acting.details = {"item": str(item_id)}
        return item_id


def _there(asked: LoadedQuestion, meeting_id: UUID) -> UUID | None:
    """Give the item about the same case on an agenda of the table that is asked, when it stands there already."""
    if asked.item.case_id is None:
        return None
    running = AgendaItem.objects.filter(meeting_id=meeting_id, meeting__table_id=asked.row.table_id)
    there = running.filter(case_id=asked.item.case_id, taken_off_at__isnull=True)
    return there.exclude(meeting__state=Meeting.State.CLOSED).values_list("pk", flat=True).first()


def _new(item: AgendaItem) -> NewItem:
    title = unseal(key_of(item), item.title_sealed, place=f"{TITLE_PLACE}:{item.id}") if item.case_id is None else ""
    return NewItem(AgendaItem.Kind(item.kind), item.case_id, title, cause=AgendaCause.TABLE_ASKED)
