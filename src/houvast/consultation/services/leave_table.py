"""End a place at a table. Invitations to items of meetings that are not closed end with it."""

from datetime import datetime
from uuid import UUID

from houvast.audit.services.act import act
from houvast.consultation import events
from houvast.consultation.models import AgendaItem, ItemMember, Meeting, TableMember
from houvast.consultation.services.steps.managing import permit_manager
from houvast.consultation.services.steps.sight import show_anew
from houvast.kernel.actor import Actor
from houvast.kernel.errors import Conflict, NotVisible


def leave_table(*, actor: Actor, now: datetime, place_id: UUID) -> None:
    """End a place now. Raises `Refused`, `NotVisible`, or `Conflict` when it had ended."""
    with act(events.TABLE_LEFT, actor=actor, now=now) as acting:
        acting.subject, acting.subject_id = "table_place", place_id
        row = TableMember.objects.select_related("table").filter(pk=place_id).first()
        if row is None:
            raise NotVisible
        permit_manager(acting, row.table.municipality_id, actor=actor, now=now)
        if row.until is not None:
            raise Conflict("Deze zit al niet meer aan tafel.")
        row.until = now
        row.save(update_fields=["until"])
        if row.member_id is not None:
            _end_invitations(row, row.member_id, actor=actor, now=now)
        acting.details = {"table": str(row.table_id), "organisation": str(row.organisation_id)}


def _end_invitations(row: TableMember, member_id: UUID, *, actor: Actor, now: datetime) -> None:
    running = ItemMember.objects.filter(
        member_id=member_id, until_at__isnull=True, item__meeting__table_id=row.table_id
    )
    running = running.exclude(item__meeting__state=Meeting.State.CLOSED)
    item_ids = list(running.values_list("item_id", flat=True))
    running.update(until_at=now)
    for item in AgendaItem.objects.filter(pk__in=item_ids, taken_off_at__isnull=True).select_related("meeting"):
        show_anew(item, item.meeting.chair_id, actor=actor, now=now)
